import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bundle, DutyKnowledge, LibraryKnowledge } from '../core/index.ts';
import { buildKnowledge } from './build-knowledge.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { sample } from './sample-for-tests.ts';

const root = mkdtempSync(join(tmpdir(), 'knowledge-'));
const [dir, out] = [join(root, 'in'), join(root, 'out')];
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
};
const read = <T>(name: string): T => JSON.parse(readFileSync(join(out, name), 'utf8')) as T;

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('buildKnowledge [K-01]', () => {
  it('writes the bundle and its duty part, and leaves them alone while nothing changed', () => {
    for (const [file, text] of Object.entries(sample)) write(file, text);
    expect(buildKnowledge(dir, out)).toEqual({ built: true, problems: [] });
    const [bundle, duties] = [read<Bundle>('bundle.json'), read<DutyKnowledge & { playbooks?: unknown }>('duties.json')];
    expect(bundle.playbooks).toHaveLength(1);
    expect(read<{ title: string }>('bundle.schema.json').title).toBe('Shodo knowledge bundle');
    expect(duties.playbooks).toBeUndefined();
    expect([duties.hash, duties.version]).toEqual([bundle.hash, bundle.version]);
    const library = read<LibraryKnowledge>('library.json');
    expect([library.hash, library.drills.length, library.forms.length]).toEqual([bundle.hash, 1, 2]);
    expect(buildKnowledge(dir, out).built).toBe(false);
  });

  it('gives another hash for another word, and the same hash for the same words', () => {
    const { hash } = read<Bundle>('bundle.json');
    const file = 'recipients.yaml';
    write(file, `${sample[file]}# a remark changes nothing\n`);
    expect(buildKnowledge(dir, out).built).toBe(true);
    expect(read<Bundle>('bundle.json').hash).toBe(hash);
    write(file, (sample[file] ?? '').replace('Desk', 'Front desk'));
    buildKnowledge(dir, out);
    expect(read<Bundle>('bundle.json').hash).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('builds what can be read, says what cannot, and says it again next time', () => {
    write('blocks.yaml', '- { id: CB-1 }\n');
    expect(buildKnowledge(dir, out).problems.length).toBeGreaterThan(0);
    expect(buildKnowledge(dir, out)).toMatchObject({ built: true, problems: [{ file: 'blocks.yaml', line: 1 }, {}, {}, {}] });
    expect(loadKnowledge(dir).bundle.blocks).toEqual([]);
  });
});
