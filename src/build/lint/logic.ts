import { type Cond, conditionOf, type Law } from '../../core/index.ts';
import type { Bdd } from '../bdd.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import type { World } from '../world.ts';
import { sayTest, type TestLeaf, testsOf } from './conditions.ts';
import type { Finding } from './finding.ts';
import { choicesOf, type Laws } from './laws.ts';

/** A rule that can never apply, or that applies to everybody. */
const checkExtremes = ({ on, rules }: Law, { store, of, possibleFor }: World): readonly Finding[] =>
  rules.flatMap((rule): readonly Finding[] => {
    const at = `rule:${rule.id}`;
    const f = of(conditionOf(rule));
    const possible = possibleFor(f);
    if (store.and(possible, f) === 0) return [{ at, check: 'never-true', message: `${rule.id} can never apply (law of ${on})` }];
    return store.and(possible, store.not(f)) === 0
      ? [{ at, check: 'always-true', message: `${rule.id} applies whatever happens (law of ${on})` }]
      : [];
  });

/** Limits and recipients whose own condition can never hold, or always holds, while the rule applies. */
const checkChoices = ({ on, rules }: Law, { store, of, possibleFor }: World): readonly Finding[] =>
  rules.flatMap((rule) => {
    const whole = of(conditionOf(rule));
    const empty = (f: Bdd): boolean => store.and(possibleFor(whole, f), whole, f) === 0;
    const never = (cond: Cond | undefined): boolean => cond !== undefined && empty(of(cond));
    const always = (cond: Cond | undefined): boolean => cond !== undefined && empty(store.not(of(cond)));
    const at = `rule:${rule.id}`;
    return [
      ...rule.stages.flatMap((s) =>
        s.choices.flatMap((c, i): readonly Finding[] => {
          const what = `${rule.id}.${s.id}: limit ${i + 1}`;
          if (never(c.if)) return [{ at, check: 'dead-limit', message: `${what} can never be reached (law of ${on})` }];
          const hides = i < s.choices.length - 1 && always(c.if);
          return hides ? [{ at, check: 'dead-limit', message: `${what} always holds and hides those after it (law of ${on})` }] : [];
        }),
      ),
      ...rule.recipients
        .filter((r) => never(r.if))
        .map((r) => ({ at, check: 'dead-recipient', message: `${rule.id} can never be sent to ${r.to} (law of ${on})` })),
    ];
  });

type Line = { readonly at: string; readonly leaf: TestLeaf };

/** A line that says nothing: with it always true, or always false, every answer it takes part in stays the same. */
const isDeadIn = (leaf: TestLeaf, cond: Cond, applies: Bdd, { store, of, possibleFor }: World): boolean => {
  const plain = of(cond);
  const possible = store.and(possibleFor(plain, applies), applies);
  return [0, 1].some(
    (value) =>
      store.and(
        possible,
        store.xor(
          plain,
          of(cond, (l) => (l === leaf ? value : undefined)),
        ),
      ) === 0,
  );
};

const linesOf = (files: KnowledgeFiles): readonly Line[] => [
  ...files.base.terms.flatMap((t) => t.versions.flatMap((v) => testsOf(v.cond).map((leaf) => ({ at: `term:${t.id}`, leaf })))),
  ...files.base.rules.flatMap((r) =>
    [r.when, ...(r.unless ? [r.unless] : []), ...choicesOf(r)].flatMap((c) => testsOf(c).map((leaf) => ({ at: `rule:${r.id}`, leaf }))),
  ),
];

/** Lines of terms and rules that change nothing anywhere, under no text that was ever in force. */
const checkDeadLines = (files: KnowledgeFiles, { epochs, world }: Laws): readonly Finding[] => {
  const used = new Set<TestLeaf>();
  const live = new Set<TestLeaf>();
  const look = (cond: Cond, applies: Bdd): void => {
    for (const leaf of new Set(testsOf(cond))) {
      used.add(leaf);
      if (!live.has(leaf) && !isDeadIn(leaf, cond, applies, world)) live.add(leaf);
    }
  };
  for (const { rules } of epochs) {
    for (const rule of rules) {
      look(conditionOf(rule), 1);
      for (const cond of choicesOf(rule)) look(cond, world.of(conditionOf(rule)));
    }
  }
  return linesOf(files)
    .filter(({ leaf }) => used.has(leaf) && !live.has(leaf))
    .map(({ at, leaf }) => ({ at, check: 'dead-condition', message: `the line "${sayTest(leaf)}" changes nothing` }));
};

const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((f) => [`${f.at} ${f.check}`, f])).values(),
];

/** What diagrams show of the base: rules and lines that can never, or always, be true. One finding per rule and kind. */
export const checkLogic = (files: KnowledgeFiles, laws: Laws): readonly Finding[] => [
  ...distinct(laws.epochs.flatMap((law) => checkExtremes(law, laws.world))),
  ...distinct(laws.epochs.flatMap((law) => checkChoices(law, laws.world))),
  ...checkDeadLines(files, laws),
];
