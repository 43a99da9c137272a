import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, root } from './source-files.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const ids = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((m) => m[1] as string);

describe('docs/spec.md', () => {
  const specified = ids(read('docs/spec.md'), /^- \*\*([A-Z]+-\d\d)\*\*/gm);
  const tests = repositoryFiles().filter((f) => /(\.test\.tsx?|-cases\.ts)$/.test(f));
  const cited = new Set(tests.flatMap((f) => ids(read(f), /\[([A-Z]+-\d\d)\]/g)));

  it('numbers each behaviour once [H-08]', () => expect(specified.filter((id, i) => specified.indexOf(id) !== i)).toEqual([]));
  it('has a test for each behaviour [H-08]', () => expect(specified.filter((id) => !cited.has(id))).toEqual([]));
  it('names each behaviour that a test cites [H-08]', () => expect([...cited].filter((id) => !specified.includes(id))).toEqual([]));
});
