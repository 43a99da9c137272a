import { sayKnown } from '../core/index.ts';
import { type Catalogue, catalogueOf, defOf } from './catalogue.ts';
import type { KnowledgeFiles } from './parse-knowledge.ts';
import type { Row } from './row.ts';

const sayFact = (fact: string, row: Row, catalogue: Catalogue): string => {
  const def = defOf(fact, catalogue);
  return `${def?.question.ja ?? fact}→${sayKnown(row.facts[fact], def).ja}`;
};

/** Facts that are not the same in all rows of one line. */
const edgeOf = (rows: readonly Row[]): readonly string[] =>
  Object.keys(rows[0]?.facts ?? {}).filter((f) => new Set(rows.map((r) => JSON.stringify(r.facts[f]))).size > 1);

const sayLine = (rows: readonly Row[], catalogue: Catalogue): readonly string[] => {
  const [first] = rows;
  if (!first) return [];
  const edge = edgeOf(rows);
  const rest = Object.keys(first.facts).filter((f) => !edge.includes(f));
  return [
    `・${first.line}（${first.cite}。${first.on} からの定め）${first.about === 'applies' ? '' : ` ${first.about}`}`,
    ...rows.flatMap((r) => [
      `    ${r.answer === 'yes' ? 'あたる　' : 'あたらない'} ${(edge.length ? edge : Object.keys(r.facts)).map((f) => sayFact(f, r, catalogue)).join('、')}`,
      `      { rule: ${r.rule}, about: ${r.about}, on: ${r.on}, facts: ${JSON.stringify(r.facts)}, answer: ${r.answer} }`,
    ]),
    ...(edge.length ? [`    ほかは同じ：${rest.map((f) => sayFact(f, first, catalogue)).join('、')}`] : []),
  ];
};

/** The rows of one rule for a reader of the law: each line, what is on both sides of it, and each row as it would be confirmed. */
export const sayRows = (files: Pick<KnowledgeFiles, 'facts' | 'base'>, rows: readonly Row[]): string => {
  const catalogue = catalogueOf(files);
  const lines = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.about} ${row.on} ${row.line} ${row.cite}`;
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  const rule = files.base.rules.find((r) => r.id === rows[0]?.rule);
  return [
    rule ? `${rule.id} ${rule.label.ja}（${rule.cite}）` : 'no such rule',
    ...[...lines.values()].flatMap((l) => sayLine(l, catalogue)),
  ].join('\n');
};
