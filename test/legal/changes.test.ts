import { describe, expect, it } from 'vitest';
import { knowledge } from '../support/knowledge.ts';
import { renderChanges } from '../../src/web/pages/changes-page.ts';
import type { PageContext } from '../../src/web/pages/page.ts';

const ctx = (lang: 'ja' | 'en') =>
  ({
    bundle: knowledge,
    lang,
    assets: { moves: {} },
    phrases: (text: string) => [text],
    ownContacts: [],
    examples: [],
  }) as unknown as PageContext;

describe('what changed in the law', () => {
  it('is on a page in both languages, each change with its day and the answers that move [CHG-01]', () => {
    for (const lang of ['ja', 'en'] as const) {
      const { path, html } = renderChanges(ctx(lang));
      expect(path).toBe(`/${lang}/about/changes/`);
      for (const change of [...knowledge.changes, ...knowledge.base.pending]) expect(html).toContain(`id="${change.id}"`);
      for (const change of knowledge.changes) expect(html).toContain(change.from);
    }
    expect(renderChanges(ctx('ja')).html).toContain('特別社会基盤事業者の報告');
  });

  it('says of what is to come that it is not in force, and of what moved nothing that no answer changes [CHG-01]', () => {
    const { html } = renderChanges(ctx('en'));
    const [coming = '', past = ''] = html.split('So far');
    expect(coming).toContain('id="appi-2026-principal"');
    expect(past).not.toContain('id="appi-2026-principal"');
    expect(past).toContain('No answer changes.');
  });
});
