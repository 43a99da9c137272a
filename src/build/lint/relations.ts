import { conditionOf, type Rule } from '../../core/index.ts';
import type { Bdd } from '../bdd.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import type { Problem } from '../problem.ts';
import { parseEach, reporterOf } from '../schema/parse-shape.ts';
import * as s from '../schema/shape.ts';
import type { Finding } from './finding.ts';
import type { World } from '../world.ts';
import type { Laws } from './laws.ts';

/** How two rules stand to each other, as a person declared it, with the reason. `implies`: the second applies whenever the first does. */
export type Relation = {
  readonly kind: 'implies' | 'same' | 'exclusive' | 'overlap';
  readonly rules: readonly string[];
  readonly reason: string;
};

const file = 'declared-relations.yaml';

const shape: s.Shape<Relation> = s.object({
  kind: s.literal('implies', 'same', 'exclusive', 'overlap'),
  rules: s.array(s.words),
  reason: s.words,
});

/** Reads knowledge/declared-relations.yaml; absent means nothing is declared. */
export const readRelations = (files: KnowledgeFiles): { readonly declared: readonly Relation[]; readonly problems: readonly Problem[] } => {
  const yaml = files.others.get(file);
  if (!yaml) return { declared: [], problems: [] };
  const problems: Problem[] = [];
  return { declared: parseEach(shape, yaml.value, [], reporterOf(yaml, problems)), problems };
};

type Entry = { readonly rule: Rule; readonly f: Bdd };

/** The rules of the law as it stands that can apply at all. */
const entriesOf = ({ epochs, world }: Laws): readonly Entry[] =>
  (epochs.at(-1)?.rules ?? [])
    .map((rule) => ({ rule, f: world.of(conditionOf(rule)) }))
    .map(({ rule, f }) => ({ rule, f: world.store.and(world.possibleFor(f), f) }))
    .filter((e) => e.f !== 0);

/** Can it be? A situation that makes it true is looked up first; only where that one cannot exist the exact question is asked. */
const canBe = (f: Bdd, { store, possible, possibleFor }: World): boolean => {
  const example = store.witness(f);
  return example !== undefined && (store.restrict(possible, example) !== 0 || store.and(possibleFor(f), f) !== 0);
};

const pairsOf = (entries: readonly Entry[]): readonly (readonly [Entry, Entry])[] =>
  entries.flatMap((a, i) => entries.slice(i + 1).map((b) => [a, b] as const));

/** The same filing twice: same instrument, same duty to the same desk, at the same time. */
const wouldFileTwice = (a: Rule, b: Rule): boolean =>
  a.instrument === b.instrument &&
  a.level === 'mandatory' &&
  b.level === 'mandatory' &&
  a.recipients.some((x) => b.recipients.some((y) => x.to === y.to));

/** The relations that hold in the law as it stands: who implies whom, who files to the same desk at once. Ids in rule order. */
export const relationsOf = (laws: Laws): readonly Omit<Relation, 'reason'>[] =>
  pairsOf(entriesOf(laws)).flatMap(([a, b]): readonly Omit<Relation, 'reason'>[] => {
    const { store } = laws.world;
    const without = (x: Entry, y: Entry): boolean => canBe(store.and(x.f, store.not(y.f)), laws.world);
    const ids = [a.rule.id, b.rule.id];
    const [onlyA, onlyB] = [without(a, b), without(b, a)];
    if (!onlyA && !onlyB) return [{ kind: 'same', rules: ids }];
    if (!onlyA) return [{ kind: 'implies', rules: ids }];
    if (!onlyB) return [{ kind: 'implies', rules: [...ids].reverse() }];
    return wouldFileTwice(a.rule, b.rule) && canBe(store.and(a.f, b.f), laws.world) ? [{ kind: 'overlap', rules: ids }] : [];
  });

const same = (x: Omit<Relation, 'reason'>, y: Omit<Relation, 'reason'>): boolean =>
  x.kind === y.kind &&
  (x.kind === 'implies' ? x.rules.join() === y.rules.join() : [...x.rules].sort().join() === [...y.rules].sort().join());

const says: Record<Relation['kind'], string> = {
  implies: 'applies only where the second does',
  same: 'and the second always apply together',
  exclusive: 'and the second never apply together',
  overlap: 'and the second can both be due to one desk',
};

/** Relations that nobody declared, and declared ones that do not hold. A merged filing declares itself. */
export const checkRelations = (laws: Laws, declared: readonly Relation[]): readonly Finding[] => {
  const held = relationsOf(laws);
  const entries = new Map(entriesOf(laws).map((e) => [e.rule.id, e]));
  const merged = (rules: readonly string[]): boolean => rules.some((id, i) => entries.get(id)?.rule.mergedInto === rules[1 - i]);
  const exclusive = (r: Relation): boolean => {
    const [a, b] = r.rules.map((id) => entries.get(id)?.f);
    return a !== undefined && b !== undefined && !canBe(laws.world.store.and(a, b), laws.world);
  };
  return [
    ...held
      .filter((h) => !declared.some((d) => same(h, d)) && !merged(h.rules))
      .map((h) => ({
        at: `rule:${h.rules[0]}`,
        check: `undeclared-${h.kind}`,
        message: `${h.rules[0]} (first) ${says[h.kind]}: ${h.rules[1]}; declare it with its reason in ${file}, or mend the rule`,
      })),
    ...declared
      .filter((d) => (d.kind === 'exclusive' ? !exclusive(d) : !held.some((h) => same(h, d))))
      .map((d) => ({
        at: `rule:${d.rules[0]}`,
        check: 'relation-not-true',
        message: `declared and not so: ${d.kind} ${d.rules.join(', ')}`,
      })),
  ];
};
