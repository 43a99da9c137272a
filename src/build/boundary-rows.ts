import type { Cond, Facts, FactDef, Known, Law } from '../core/index.ts';
import type { Bdd } from './bdd.ts';
import { type Catalogue, catalogueOf, defOf } from './catalogue.ts';
import { sayTest, type TestLeaf, testsOf } from './lint/conditions.ts';
import { lawsOf } from './lint/laws.ts';
import type { KnowledgeFiles } from './parse-knowledge.ts';
import { type Question, questionsOf, type Row } from './row.ts';
import { asMoreThan, type World } from './world.ts';

/** One value of the fact of a line, as the variables it fixes and as a person writes it. */
type Side = { readonly fixed: ReadonlyMap<string, boolean>; readonly value: Known };

/** The values on both sides of a line: yes and no, member and not, n and n+1, every value of a one-of. */
const sidesOf = (test: TestLeaf, def: FactDef | undefined, world: World): readonly Side[] => {
  const { fact } = test;
  if (test.rel === 'is') return [true, false].map((value) => ({ fixed: new Map([[fact, value]]), value }));
  if (test.rel === 'has') {
    const member = String(test.value);
    const name = `${fact} has ${member}`;
    return [
      { fixed: new Map([[name, true]]), value: { has: [member] } },
      { fixed: new Map([[name, false]]), value: { not: [member] } },
    ];
  }
  if (test.rel === 'in') {
    const ids = (def?.values ?? []).map((v) => v.id);
    return ids.map((value) => ({ fixed: new Map(ids.map((w) => [`${fact}=${w}`, w === value])), value }));
  }
  const { n } = asMoreThan(test);
  const limits = world.thresholds(fact);
  const side = (value: number): Side => ({
    fixed: new Map(world.linked(fact).flatMap((f) => limits.map((l) => [`${f}>${l}`, value > l] as const))),
    value,
  });
  return [side(n + 1), side(n)];
};

type Members = { readonly has?: readonly string[]; readonly not?: readonly string[] };

/** What an assignment of variables says of one fact that is not the one at the edge. */
const knownOf = (
  fact: string,
  def: FactDef | undefined,
  tests: readonly TestLeaf[],
  at: ReadonlyMap<string, boolean>,
  world: World,
): Known => {
  if (def?.kind === 'yes-no') return at.get(fact) === true;
  if (def?.kind === 'number') {
    const limits = world.thresholds(fact);
    const above = limits.filter((n) => at.get(`${fact}>${n}`) === true).at(-1);
    return above === undefined ? (limits[0] as number) : above + 1;
  }
  if (def?.kind === 'one-of') {
    const ids = (def.values ?? []).map((v) => v.id);
    const excluded = new Set(tests.flatMap((t) => t.value as readonly string[]));
    return ids.find((v) => at.get(`${fact}=${v}`) === true) ?? ids.find((v) => !excluded.has(v)) ?? (ids[0] as string);
  }
  const members = [...new Set(tests.map((t) => String(t.value)))];
  const has = members.filter((m) => at.get(`${fact} has ${m}`) === true);
  return { has, not: members.filter((m) => !has.includes(m)) };
};

/** An assignment of variables as facts a person could have answered. */
const factsOf = (tests: readonly TestLeaf[], at: ReadonlyMap<string, boolean>, catalogue: Catalogue, world: World): Record<string, Known> =>
  Object.fromEntries(
    [...new Set(tests.map((t) => t.fact))].map((fact) => [
      fact,
      knownOf(
        fact,
        defOf(fact, catalogue),
        tests.filter((t) => t.fact === fact),
        at,
        world,
      ),
    ]),
  );

const situationOf = (
  tests: readonly TestLeaf[],
  edge: TestLeaf,
  side: Side,
  rest: ReadonlyMap<string, boolean>,
  catalogue: Catalogue,
  world: World,
): Facts => {
  const facts = factsOf(tests, new Map([...rest, ...side.fixed]), catalogue, world);
  if (edge.rel === 'has') {
    const members = facts[edge.fact] as Members;
    const { has = [], not = [] } = side.value as Members;
    facts[edge.fact] = {
      has: [...new Set([...(members.has ?? []), ...has])].filter((m) => !not.includes(m)),
      not: [...new Set([...(members.not ?? []), ...not])].filter((m) => !has.includes(m)),
    };
  } else facts[edge.fact] = side.value;
  return facts;
};

/** Situations in which the answer hangs on this part alone, whatever the part itself says. */
const hangsOn = (part: Cond, cond: Cond, { store, of }: World): Bdd =>
  store.xor(
    of(cond, (c) => (c === part ? 1 : undefined)),
    of(cond, (c) => (c === part ? 0 : undefined)),
  );

/**
 * For every side of a line one situation in which the answer hangs on the line: all in one setting where there is one, so that they
 * differ in nothing else; otherwise each in a setting of its own.
 */
const settingsOf = (
  leaf: TestLeaf,
  cond: Cond,
  sides: readonly Side[],
  world: World,
): readonly (ReadonlyMap<string, boolean> | undefined)[] => {
  const { store, possibleFor } = world;
  const hangs = hangsOn(leaf, cond, world);
  const edge = sides.flatMap((s) => [...s.fixed.keys()]).map(store.variable);
  const open = store.and(possibleFor(hangs, ...edge), hangs);
  const each = sides.map((s) => store.restrict(open, s.fixed));
  const shared = store.witness(store.and(...each.filter((f) => f !== 0)));
  return each.map((f) => (f === 0 ? undefined : (shared ?? store.witness(f))));
};

type MakeRows = (question: Question, rule: string, cite: string, law: Law, catalogue: Catalogue, world: World) => readonly Row[];

const rowsOfLines: MakeRows = ({ about, cond }, rule, cite, law, catalogue, world) => {
  const tests = testsOf(cond);
  const whole = world.of(cond);
  return [...new Set(tests)].flatMap((leaf) => {
    const sides = sidesOf(leaf, defOf(leaf.fact, catalogue), world);
    const settings = settingsOf(leaf, cond, sides, world);
    return sides.flatMap((side, i): readonly Row[] => {
      const setting = settings[i];
      if (!setting) return [];
      const answer = world.store.restrict(world.store.restrict(whole, side.fixed), setting) === 1 ? 'yes' : 'no';
      const facts = situationOf(tests, leaf, side, setting, catalogue, world);
      return [{ rule, about, on: law.on, line: sayTest(leaf), cite: leaf.cite ?? cite, facts, answer }];
    });
  });
};

/** The terms of a condition, each where it is used. */
const termsIn = (cond: Cond): readonly Extract<Cond, { op: 'all' | 'any' | 'not' }>[] => {
  if (cond.op === 'test' || cond.op === 'term') return [];
  const below = cond.op === 'not' ? termsIn(cond.of) : cond.of.flatMap(termsIn);
  return cond.term === undefined ? below : [cond, ...below];
};

/** Two rows for each use of a term: it holds and it does not, where the answer hangs on that use alone. */
const rowsOfTerms: MakeRows = ({ about, cond }, rule, cite, law, catalogue, world) => {
  const { store, possibleFor } = world;
  const whole = world.of(cond);
  return termsIn(cond).flatMap((part) => {
    const hangs = hangsOn(part, cond, world);
    const holds = world.of(part);
    return [holds, store.not(holds)].flatMap((side): readonly Row[] => {
      const open = store.and(hangs, side);
      const at = store.witness(store.and(possibleFor(open), open));
      if (!at) return [];
      const answer = store.restrict(whole, at) === 1 ? 'yes' : 'no';
      return [
        {
          rule,
          about,
          on: law.on,
          line: String(part.term),
          cite: part.cite ?? cite,
          facts: factsOf(testsOf(cond), at, catalogue, world),
          answer,
        },
      ];
    });
  });
};

/** A condition in which no part is shared: a term used twice can be looked at in one place alone. */
const unshare = ({ about, cond }: Question): Question => ({ about, cond: JSON.parse(JSON.stringify(cond)) as Cond });

/**
 * The boundary rows of every rule, under every text it ever had: for each line, situations that differ only there and get
 * different answers (MC/DC), thresholds at n and n+1. They are derived from the rules, so they prove nothing until a person
 * has held them against the statute. One situation can stand at the edge of several lines and is then a row of each.
 */
export const boundaryRows = (files: Pick<KnowledgeFiles, 'base' | 'facts' | 'implications'>): readonly Row[] => {
  const { epochs, world } = lawsOf(files);
  const catalogue = catalogueOf(files);
  const done = new Set<string>();
  return epochs.flatMap((law) =>
    law.rules.flatMap((rule) =>
      questionsOf(rule)
        .map(unshare)
        .flatMap((question) => {
          const key = `${rule.id} ${question.about} ${JSON.stringify(question.cond)}`;
          if (done.has(key)) return [];
          done.add(key);
          return [rowsOfLines, rowsOfTerms].flatMap((make) => make(question, rule.id, rule.cite, law, catalogue, world));
        }),
    ),
  );
};
