import type { FactId, Facts } from '../facts/fact.ts';
import { testKnown } from '../facts/test-known.ts';
import type { Tri } from '../facts/tri.ts';
import type { Source, Text } from '../knowledge/text.ts';
import type { RecipientChoice } from './rule.ts';

/** A trade whose reports go to somebody else, as far as a text that says so was read. */
export type DelegatedTrade = {
  readonly id: string;
  readonly label: Text;
  /** Values of the fact that names the trade. */
  readonly sectors: readonly string[];
  readonly to: string;
  readonly why: Text;
  /** First and last civil day; null where no text was read that says it. */
  readonly from: string | null;
  readonly until: string | null;
  readonly source: Source;
};

/**
 * Who receives a report in place of its usual recipient, by trade and by whose data it is. `listed` is the fact of someone who
 * opened the published list. `none`: the value of `trade` that says no trade of the catalogue fits.
 */
export type Delegation = {
  readonly id: string;
  readonly label: Text;
  readonly rules: readonly string[];
  readonly by: { readonly trade: FactId; readonly owner: FactId; readonly listed: FactId };
  readonly none: string;
  /** Data that any delegation covers, and data that stay with the usual recipient. */
  readonly covered: readonly string[];
  readonly kept: { readonly owners: readonly string[]; readonly why: Text; readonly source: Source };
  /** Stands beside the usual recipient while the trade is not known, or none of the rows speaks of it. */
  readonly ask: { readonly to: string; readonly why: Text };
  /** What to do where a period, or the list itself, was not read. */
  readonly check: { readonly text: Text; readonly source: Source };
  readonly trades: readonly DelegatedTrade[];
};

/** A recipient with how sure it is (2 stands, 1 may) and what is still to be checked. */
export type Receiver = RecipientChoice & {
  readonly p: 1 | 2;
  readonly check?: Text;
  readonly sources?: readonly Source[];
};

type Said = (fact: FactId, values: readonly string[]) => Tri;

const saidIn =
  (facts: Facts): Said =>
  (fact, values) =>
    values.reduce<Tri>((most, v) => Math.max(most, testKnown(facts[fact], 'has', v)) as Tri, 0);

/** On a day outside its period a trade is delegated no more, or not yet. An open end is no end. */
const stands = ({ from, until }: DelegatedTrade, day: string | null): boolean =>
  day === null || ((from === null || from <= day) && (until === null || day <= until));

/** The trade is known whole, and each of its members has a row. */
const isCovered = ({ by, trades, none }: Delegation, facts: Facts, day: string | null): boolean => {
  const known = facts[by.trade];
  const rows = new Set(trades.filter((t) => stands(t, day)).flatMap((t) => t.sectors));
  return Array.isArray(known) && known.every((v: string) => rows.has(v) || v === none);
};

const rowsOf = ({ by, check, trades }: Delegation, said: Said, day: string | null): readonly Receiver[] =>
  trades
    .filter((t) => stands(t, day))
    .flatMap((t): readonly Receiver[] => {
      const p = said(by.trade, t.sectors);
      const unsure = t.from === null || t.until === null;
      return p === 0 ? [] : [{ to: t.to, why: t.why, p, ...(unsure && { check: check.text }), sources: [t.source] }];
    });

/**
 * Who receives, on a civil day (null: not known). A trade that is not known, or of which no row was read, never loses the usual
 * recipient, and "find out which ministry" stands beside it: no address is guessed. What was never said never takes a
 * delegation away; only data that are known to be of others do.
 */
export const delegate = (
  delegation: Delegation,
  usual: readonly RecipientChoice[],
  facts: Facts,
  day: string | null,
): readonly Receiver[] => {
  const { by, covered, kept, ask, check } = delegation;
  const said = saidIn(facts);
  const theirs = said(by.owner, kept.owners);
  const keep = (p: 1 | 2): readonly Receiver[] => usual.map((u) => ({ to: u.to, why: kept.why, p, sources: [kept.source] }));
  if (said(by.owner, covered) === 0) return theirs === 2 ? keep(2) : usual.map((u) => ({ ...u, p: 2 }));
  const rows = rowsOf(delegation, said, day);
  const [certain, possible] = [rows.filter((r) => r.p === 2), rows.filter((r) => r.p === 1)];
  const listed = facts[by.listed];
  const whole = isCovered(delegation, facts, day);
  const seek = (p: 1 | 2): readonly Receiver[] => [{ to: ask.to, why: ask.why, p, sources: [check.source] }];
  if (listed === false) return [...certain, ...usual.map((u): Receiver => ({ ...u, p: 2 }))];
  if (certain.length === 0)
    return [
      ...usual.map((u): Receiver => ({ ...u, p: 2, check: check.text, sources: [check.source] })),
      ...possible,
      ...(listed === true ? seek(2) : whole ? [] : seek(1)),
    ];
  const rest = theirs > 0 ? keep(theirs as 1 | 2) : whole ? [] : usual.map((u): Receiver => ({ ...u, p: 1 }));
  return [...certain, ...rest, ...possible, ...(whole ? [] : seek(1))];
};
