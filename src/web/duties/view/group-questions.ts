import type { Answerer, Asked, FactDef, FactId } from '../../../core/index.ts';

/** A question worth asking, with its catalogue entry. */
export type Ask = { readonly def: FactDef; readonly asked: Asked };

export type AskGroup = { readonly who: Answerer; readonly asks: readonly Ask[] };

const always: FactId = 'knownAt';

/** Questions that no duty hangs on. */
const alsoAsked = (also: readonly FactId[], defs: ReadonlyMap<FactId, FactDef>, done: ReadonlySet<FactId>): readonly Ask[] =>
  [...new Set(also)].flatMap((fact) => {
    const def = defs.get(fact);
    return def && !done.has(fact) ? [{ def, asked: { fact, score: 0, settles: [], touches: [] } }] : [];
  });

/**
 * The questions still to ask, most decisive first. When it was noticed comes before all others while nobody has answered
 * it. What was answered, even in part or with 「わからない」, is not asked again by itself.
 */
export const questionsLeft = (
  asked: readonly Asked[],
  defs: ReadonlyMap<FactId, FactDef>,
  answered: ReadonlySet<FactId>,
  also: readonly FactId[] = [],
): readonly Ask[] => {
  const left = asked.filter((a) => !answered.has(a.fact)).flatMap((a) => ({ def: defs.get(a.fact), asked: a }));
  const lawful = left.filter((a): a is Ask => a.def !== undefined);
  const known = [...lawful, ...alsoAsked(also, defs, new Set([...answered, ...lawful.map((a) => a.def.id)]))];
  const first = defs.get(always);
  if (!first || answered.has(always)) return known;
  const own = known.find((a) => a.def.id === always) ?? { def: first, asked: { fact: always, score: 0, settles: [], touches: [] } };
  return [own, ...known.filter((a) => a.def.id !== always)];
};

/** The questions by the desk that can usually answer, in the order in which the first of each desk would be asked. */
export const groupByWho = (asks: readonly Ask[]): readonly AskGroup[] => {
  const groups = new Map<Answerer, Ask[]>();
  for (const a of asks) groups.set(a.def.who, [...(groups.get(a.def.who) ?? []), a]);
  return [...groups].map(([who, of]) => ({ who, asks: of }));
};

/** How many open obligations the next few answers could settle. */
export const reachOf = (
  asks: readonly Ask[],
  open: ReadonlySet<string>,
  n: number,
): { readonly answers: number; readonly settled: number } => {
  const next = asks.filter((a) => a.asked.settles.some((id) => open.has(id))).slice(0, n);
  return { answers: next.length, settled: new Set(next.flatMap((a) => a.asked.settles.filter((id) => open.has(id)))).size };
};
