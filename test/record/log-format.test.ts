import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldIncident, type Kept, type Linked, type Part, readLine, timelineOf } from '../../src/core/index.ts';
import { root } from '../house/source-files.ts';
import { randomFrom } from '../support/random.ts';
import { checkLog } from './independent-verifier.mjs';

const bytes = readFileSync(join(root, 'test/fixtures/log/v1/incident.jsonl'));
const text = bytes.toString('utf8');
const lines = text.trimEnd().split('\n').map(readLine);
const records: readonly Linked[] = lines.flatMap((l) => (l.line === 'entry' ? [l.linked] : []));

describe('the log format, version 1', () => {
  it('is checked by a program written from its description alone [LOG-01]', () => expect(checkLog(text)).toEqual([]));

  it('shows any one changed bit to that program [LOG-01]', () => {
    const random = randomFrom(6);
    const unseen = Array.from({ length: 2000 }, () => {
      const at = random.below(bytes.length);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
      return checkLog(changed.toString('utf8')).length === 0 ? at : -1;
    }).filter((at) => at >= 0);
    expect(unseen).toEqual([]);
  });

  it('is read line by line by ours, and folds to what was said [LOG-02]', () => {
    expect(lines.filter((l) => l.line === 'unreadable')).toEqual([]);
    const log = records[0]?.entry.log ?? '';
    const incident = foldIncident(log, records as readonly Kept[]);
    expect(incident).toMatchObject({ state: 'open', seq: 8, playbooks: ['P-01'], refused: [{ value: 'duties-open' }] });
    expect(Object.keys(incident.erased)).toHaveLength(1);
    const note = timelineOf(incident, records).find((l) => l.record.entry.kind === 'note.added');
    expect(note).toMatchObject({ happenedAt: '2026-11-25T14:09:00+09:00[Asia/Tokyo]', standing: 'shared', corrections: [{ value: {} }] });
    const words = lines.flatMap((l) =>
      l.line === 'part' && !('erased' in l.part) ? [new TextDecoder().decode((l.part as Part).bytes)] : [],
    );
    expect(words).toContain('経理部でも同じ画面 🖥️ 𠮷田さんが発見');
  });
});
