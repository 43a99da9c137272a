import { describe, expect, it } from 'vitest';
import type { AssessResult, ObligationResult } from '../../app/index.ts';
import { smallBundle } from '../../../test/support/small-bundle.ts';
import { printAssessment } from './print-assessment.ts';

type Applies = ObligationResult['applies'];

const duty = (id: string, applies: Applies, more: Partial<ObligationResult> = {}): ObligationResult => ({
  id,
  label: { ja: id, en: id },
  applies,
  level: 'mandatory',
  recipients: [],
  because: { ja: 'x', en: 'x' },
  cites: ['Art. 1'],
  missing: [],
  governedOn: null,
  stages: [],
  ...more,
});

const printed = (...obligations: ObligationResult[]): string => {
  const result: AssessResult = { id: null, bundle: { version: '0', hash: '0' }, governedOn: null, obligations, questions: [], ignored: [] };
  return printAssessment(result, smallBundle, 'en');
};

describe('the printed answer', () => {
  it.each<[Applies, Applies, boolean]>([
    ['yes', 'yes', false],
    ['yes', 'unknown', false],
    ['unknown', 'unknown', false],
    ['unknown', 'no', false],
    ['unknown', 'yes', true],
    ['no', 'yes', true],
  ])('says one filing once: report %s, merged into it %s → also listed: %s [CLI-22]', (into, merged, listed) => {
    const text = printed(duty('report', into), duty('delegated', merged, { mergedInto: 'report' }));
    expect([text.includes('report'), text.includes('delegated')]).toEqual([true, listed]);
  });

  it('lists what is merged into a duty that is not there [CLI-22]', () => {
    expect(printed(duty('delegated', 'yes', { mergedInto: 'gone' }))).toContain('delegated');
  });
});
