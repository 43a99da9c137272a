import { describe, expect, it } from 'vitest';
import { readYaml } from './read-yaml.ts';

describe('readYaml [K-02]', () => {
  it('takes words and dates for what they are', () => {
    const { yaml } = readYaml('a.yaml', 'a: no\nb: 2026-11-23\nc: 2026-06\nd: 12:30\ne: on\nf: null\ng: 3\n');
    expect(yaml.value).toEqual({ a: 'no', b: '2026-11-23', c: '2026-06', d: '12:30', e: 'on', f: null, g: 3 });
  });

  it('refuses a key written twice, with its line', () => {
    const { yaml, problems } = readYaml('a.yaml', 'a: 1\nb:\n  c: 1\n  c: 2\n');
    expect(yaml.value).toBeUndefined();
    expect(problems).toMatchObject([{ file: 'a.yaml', line: 4, check: 'yaml' }]);
  });

  it('finds the line on which a person looks for a path', () => {
    const { yaml } = readYaml('a.yaml', 'rules:\n  one:\n    when: a\n  two:\n    - x\n    - y\n');
    expect(yaml.lineOf(['rules', 'one'])).toBe(2);
    expect(yaml.lineOf(['rules', 'one', 'when'])).toBe(3);
    expect(yaml.lineOf(['rules', 'two', 1])).toBe(6);
    expect(yaml.lineOf(['rules', 'three', 'deep'])).toBe(1);
  });
});
