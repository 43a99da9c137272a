import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly PropertyKey[];

/** One parsed file: its plain value, and the line on which a path begins. */
export type YamlFile = { readonly file: string; readonly value: unknown; readonly lineOf: (path: Path) => number };

/**
 * Parses YAML 1.2 (core schema): `no` is a word, dates stay strings, a key written twice is an error. A file with errors
 * gives the value undefined.
 */
export const readYaml = (file: string, text: string): { readonly yaml: YamlFile; readonly problems: readonly Problem[] } => {
  const lines = new LineCounter();
  const doc = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | undefined): number => (offset === undefined ? 1 : lines.linePos(offset).line || 1);
  const problems = [...doc.errors, ...doc.warnings].map((e) => ({
    file,
    line: lineAt(e.pos[0]),
    check: 'yaml',
    message: e.message.split('\n')[0] ?? e.code,
  }));
  const lineOf = (path: Path): number => {
    let offset: number | undefined;
    let node: unknown = doc.contents;
    for (const step of path) {
      // A key stands where a person looks for it; the value may begin on the next line.
      const pair = isMap(node) ? node.items.find((p) => String(p.key) === String(step)) : undefined;
      const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
      const placed = pair ? pair.key : next;
      if (!isNode(placed)) break;
      offset = placed.range?.[0];
      node = next;
    }
    return lineAt(offset);
  };
  return { yaml: { file, value: doc.errors.length ? undefined : doc.toJS(), lineOf }, problems };
};
