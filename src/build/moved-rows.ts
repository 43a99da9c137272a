import { boundaryRows } from './boundary-rows.ts';
import { answerRow } from './confirmed-rows.ts';
import type { KnowledgeFiles } from './parse-knowledge.ts';
import type { Row } from './row.ts';

/** A row on which two versions of the knowledge differ. `none`: that version has no such limit or recipient, or not on that day. */
type Moved = { readonly row: Row; readonly was: string; readonly is: string };

/** What a change of the rules does: rules that came or went, and the rows of the others whose answer moved. This is what a lawyer signs. */
export const movedRows = (
  before: KnowledgeFiles,
  after: KnowledgeFiles,
): { readonly came: readonly string[]; readonly went: readonly string[]; readonly moved: readonly Moved[] } => {
  const ids = ({ base }: KnowledgeFiles): readonly string[] => base.rules.map((r) => r.id);
  const [old, now] = [ids(before), ids(after)];
  const shared = [...boundaryRows(before), ...boundaryRows(after)].filter((r) => old.includes(r.rule) && now.includes(r.rule));
  const rows = new Map(shared.map((r) => [`${r.rule} ${r.about} ${r.on} ${JSON.stringify(r.facts)}`, r]));
  return {
    came: now.filter((id) => !old.includes(id)),
    went: old.filter((id) => !now.includes(id)),
    moved: [...rows.values()].map((row) => ({ row, was: answerRow(before, row), is: answerRow(after, row) })).filter((m) => m.was !== m.is),
  };
};
