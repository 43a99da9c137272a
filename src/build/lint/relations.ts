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

/** A relation found, with no reason yet. */
type Held = Omit<Relation, 'reason'>;

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
  return example !== undefined && (store.allows(possible, example) || store.and(possibleFor(f), f) !== 0);
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
export const relationsOf = (laws: Laws): readonly Held[] =>
  pairsOf(entriesOf(laws)).flatMap(([a, b]): readonly Held[] => {
    const { store } = laws.world;
    const without = (x: Entry, y: Entry): boolean => canBe(store.and(x.f, store.not(y.f)), laws.world);
    const ids = [a.rule.id, b.rule.id];
    const [onlyA, onlyB] = [without(a, b), without(b, a)];
    if (!onlyA && !onlyB) return [{ kind: 'same', rules: ids }];
    if (!onlyA) return [{ kind: 'implies', rules: ids }];
    if (!onlyB) return [{ kind: 'implies', rules: [...ids].reverse() }];
    return wouldFileTwice(a.rule, b.rule) && canBe(store.and(a.f, b.f), laws.world) ? [{ kind: 'overlap', rules: ids }] : [];
  });

const says: Record<Relation['kind'], string> = {
  implies: 'applies only together with',
  same: 'applies exactly when it does:',
  exclusive: 'never applies together with',
  overlap: 'can be due at once, to the same desk, with',
};

/** What a person's declarations amount to: merged filings declare themselves, and an implication of an implication needs no word of its own. */
const followsFrom = (declared: readonly Relation[], rules: readonly Rule[]): ((from: string, to: string) => boolean) => {
  const next = new Map<string, string[]>();
  const add = (from: string | undefined, to: string | undefined): void => {
    if (from && to) next.set(from, [...(next.get(from) ?? []), to]);
  };
  for (const {
    kind,
    rules: [a, b],
  } of declared) {
    if (kind === 'implies' || kind === 'same') add(a, b);
    if (kind === 'same') add(b, a);
  }
  for (const r of rules) add(r.id, r.mergedInto);
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (next.get(from) ?? []).some((n) => n === to || (!seen.has(n) && reaches(n, to, seen.add(n))));
  return (from, to) => reaches(from, to, new Set([from]));
};

/** Relations that nobody declared, and declared ones that do not hold. */
export const checkRelations = (laws: Laws, declared: readonly Relation[]): readonly Finding[] => {
  const held = relationsOf(laws);
  const entries = new Map(entriesOf(laws).map((e) => [e.rule.id, e]));
  const follows = followsFrom(
    declared,
    [...entries.values()].map((e) => e.rule),
  );
  const isDeclared = ({ kind, rules: [a = '', b = ''] }: Held): boolean => {
    if (kind === 'implies') return follows(a, b);
    return (
      (kind === 'same' && follows(a, b) && follows(b, a)) ||
      declared.some((d) => d.kind === kind && d.rules.includes(a) && d.rules.includes(b))
    );
  };
  const holds = ({ kind, rules: [a = '', b = ''] }: Relation): boolean => {
    const [fa, fb] = [entries.get(a)?.f, entries.get(b)?.f];
    if (fa === undefined || fb === undefined) return false;
    if (kind === 'exclusive') return !canBe(laws.world.store.and(fa, fb), laws.world);
    return held.some(
      (h) => h.kind === kind && (kind === 'implies' ? h.rules[0] === a && h.rules[1] === b : h.rules.includes(a) && h.rules.includes(b)),
    );
  };
  return [
    ...held
      .filter((h) => !isDeclared(h))
      .map(({ kind, rules: [a, b] }) => ({
        at: `rule:${a}`,
        check: `undeclared-${kind}`,
        message: `${a} ${says[kind]} ${b}; declare it with its reason in ${file}, or mend the rule`,
      })),
    ...declared
      .filter((d) => !holds(d))
      .map((d) => ({
        at: `rule:${d.rules[0]}`,
        check: 'relation-not-true',
        message: `declared and not so: ${d.kind} ${d.rules.join(', ')}`,
      })),
  ];
};
