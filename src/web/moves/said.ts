import type { Draft, Kept } from '../../core/index.ts';
import type { CaseRecord } from './record.ts';

/** What the log of an incident says about one page of first moves. */
export type Said = Pick<CaseRecord, 'done' | 'answers'> & {
  readonly noticedAt: number | undefined;
  /** Entries that stand for a step or a question; all of them are taken back by 元に戻す. */
  readonly standing: Readonly<Record<string, readonly string[]>>;
  readonly begun: boolean;
  readonly closed: boolean;
};

type Body = { readonly [field: string]: unknown };

/** Milliseconds of a moment as an entry carries it, without its zone in brackets. */
const msOf = (text: unknown): number => Date.parse(String(text).replace(/\[.*/, ''));

/**
 * Reads a log for its steps, answers and the moment of noticing. It looks at the last statement alone; the incident page
 * shows those that were said apart.
 */
export const readSaid = (records: readonly Kept[]): Said => {
  const live = records.filter((r) => r.link?.refusal === undefined).map((r) => r.entry);
  const gone = new Set(live.filter((e) => e.kind === 'entry.withdrawn').map((e) => e.body.withdraws));
  const done: Record<string, number> = {};
  const answers: Record<string, string> = {};
  const standing: Record<string, string[]> = {};
  let noticedAt: number | undefined;
  let [begun, closed] = [false, false];
  for (const { id, kind, body, saidAt } of live) {
    if (kind === 'incident.reported') begun = true;
    if (kind === 'incident.closed' || kind === 'incident.reopened') closed = kind === 'incident.closed';
    if (gone.has(id)) continue;
    const about = String(body.action ?? body.branch);
    if (kind === 'action.done') done[about] = msOf(body.happenedAt ?? saidAt);
    if (kind === 'action.blocked') delete done[about];
    if (kind === 'branch.answered') answers[about] = String(body.answer);
    if (kind.startsWith('action.') || kind === 'branch.answered') standing[about] = [...(standing[about] ?? []), id];
    const at = msOf((body.facts as Body | undefined)?.knownAt);
    if (!Number.isNaN(at)) noticedAt = at;
  }
  return { done, answers, standing, noticedAt, begun, closed };
};

/** What a page knows of the incident that may begin on it. */
export type Page = {
  readonly playbook: string;
  /** Hash of the knowledge that the page was built from. */
  readonly bundle: string;
  /** First facts of the case. */
  readonly facts: Readonly<Record<string, string>>;
};

/** A moment as this device says it: RFC 9557. */
type Say = (at: number) => string;

const known = (at: number, say: Say): string => say(at).replace(/\[.*/, '');

/** What a page says when it becomes an incident: the report, then every step and answer with its time, in their order. */
export const beginningOf = (
  record: CaseRecord,
  { playbook, bundle, zone, facts }: Page & { readonly zone: string },
  say: Say,
): readonly Draft[] => [
  { kind: 'incident.reported', body: { zone, bundle, playbook, facts: { ...facts, knownAt: known(record.noticedAt, say) } } },
  ...changesOf({ ...record, done: {}, answers: {} }, record, {}, say),
];

/** What the change of a page says in the log. What is only looked at (できない) is not said. */
export const changesOf = (before: CaseRecord, after: CaseRecord, standing: Said['standing'], say: Say): readonly Draft[] => {
  const added = Object.entries(after.done).filter(([id, at]) => before.done[id] !== at);
  const answered = Object.entries(after.answers).filter(([id, answer]) => before.answers[id] !== answer);
  const gone = [...Object.keys(before.done), ...Object.keys(before.answers)].filter((id) => !(id in after.done) && !(id in after.answers));
  return [
    ...(before.noticedAt === after.noticedAt
      ? []
      : [{ kind: 'facts.recorded', body: { facts: { knownAt: known(after.noticedAt, say) } } } as const]),
    ...added.sort(([, a], [, b]) => a - b).map(([action, at]) => ({ kind: 'action.done', body: { action, happenedAt: say(at) } }) as const),
    ...answered.map(
      ([branch, answer]) => ({ kind: 'branch.answered', body: { branch, answer: answer as 'yes' | 'no' | 'unknown' } }) as const,
    ),
    ...gone.flatMap((id) => standing[id] ?? []).map((withdraws) => ({ kind: 'entry.withdrawn', body: { withdraws } }) as const),
  ];
};
