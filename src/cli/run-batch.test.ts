import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { programFolder, runCommand } from '../../test/support/run-command.ts';
import { runBatch } from './run-batch.ts';

const root = programFolder();
const lines = (...given: unknown[]): string => given.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))).join('\n');
const facts = { personalDataInvolved: true, sensitiveInfo: true, strongProtection: false, knownAt: '2026-11-20' };

describe('a batch', () => {
  it('answers one line per line, in order; a bad line gets its error in its place and code 2 at the end [CLI-16]', async () => {
    const input = lines({ id: 1, facts }, '{"id":2,', { id: 'three', facts: { colour: 1 } }, 7, '', { facts: {} }, { id: 6, facts });
    const ran = await runCommand(root, ['assess', '--batch', '-'], { input });
    const results = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ran.code).toBe(2);
    expect(results.map((r) => r.id)).toEqual([1, null, 'three', null, null, 6]);
    expect(results.map((r) => r.error?.code)).toEqual([undefined, 'bad-json', 'unknown-fact', 'not-an-object', undefined, undefined]);
    expect(results[1].error.line).toBe(2);
    expect(results[2].error.message.ja).toContain('colour');
    expect(results[5].obligations).toEqual(results[0].obligations);
  });

  it('ends with 0 when every line was good, with Windows line ends and a byte order mark too [CLI-16]', async () => {
    const path = join(root, 'good.jsonl');
    writeFileSync(path, `\uFEFF${lines({ id: 'a', facts }, { id: 'b', facts })}\n`.replaceAll('\n', '\r\n'));
    const ran = await runCommand(root, ['assess', '--batch', path]);
    expect([ran.code, ran.out.trimEnd().split('\n').length]).toEqual([0, 2]);
  });

  it('judges lateness by the line’s own `at`, else by --at [CLI-16]', async () => {
    const input = lines({ facts }, { facts, at: '2026-11-24T00:00:00+09:00' });
    const { out } = await runCommand(root, ['assess', '--batch', '-', '--at', '2027-01-01T00:00:00+09:00'], { input });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).obligations[0].stages[0].overdue),
    ).toEqual([true, undefined]);
  });

  it('counts due dates alone [CLI-17]', async () => {
    const due = { rule: 'sample-report', stage: 'final', facts: { knownAt: '2026-11-20' } };
    const ran = await runCommand(root, ['due', '--batch', '-'], {
      input: lines({ id: 'd', ...due }, { id: 'e', ...due, rule: 'nothing' }),
    });
    const [good, bad] = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ran.code).toBe(2);
    expect(good).toMatchObject({ id: 'd', latest: '2026-12-21', started: true, inForce: true });
    expect(bad).toMatchObject({ id: 'e', error: { code: 'unknown-rule', nearest: 'sample-report' } });
  });

  it('keeps a character whole where a piece of input ends inside it, and memory flat [CLI-16]', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => ({ id: `件${i}`, facts }));
    const ran = await runCommand(root, ['assess', '--batch', '-'], { input: lines(...many) });
    const ids = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(many.map((m) => m.id));
  });

  it('goes on after a bug of ours, tells of it in the line’s place, and ends with 1 [CLI-20]', async () => {
    let out = '';
    const keep = async (text: string): Promise<void> => {
      out += text;
    };
    const context = { out: keep, input: () => Readable.from(['{"id":1}\n{"id":2}\n{"id":3}']) };
    const code = await runBatch(context as unknown as Parameters<typeof runBatch>[0], '-', (raw) => {
      if ((raw as { id: number }).id === 2) throw new RangeError('a bug');
      return { ok: true, value: raw as object };
    });
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, results.map((r) => r.id), results[1].error.code, results[1].error.line]).toEqual([1, [1, 2, 3], 'internal', 2]);
    expect(out).not.toContain('a bug');
  });
});
