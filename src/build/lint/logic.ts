import { type Cond, conditionOf, type Rule } from '../../core/index.ts';
import type { Bdd } from '../bdd.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import type { World } from '../world.ts';
import { type TestLeaf, testsOf } from './conditions.ts';
import type { Finding } from './finding.ts';
import type { Epoch } from './laws.ts';

const sayLeaf = ({ fact, rel, value }: TestLeaf): string =>
  rel === 'is' ? fact : `${fact} ${rel} ${Array.isArray(value) ? value.join(', ') : String(value)}`;

/** A rule that can never apply, or that applies to everybody. */
const checkExtremes = ({ from, law, world }: Epoch): readonly Finding[] =>
  law.rules.flatMap((rule): readonly Finding[] => {
    const at = `rule:${rule.id}`;
    const f = world.of(conditionOf(rule));
    if (world.store.and(world.possible, f) === 0)
      return [{ at, check: 'never-true', message: `${rule.id} can never apply (law of ${from})` }];
    return world.store.and(world.possible, world.store.not(f)) === 0
      ? [{ at, check: 'always-true', message: `${rule.id} applies whatever happens (law of ${from})` }]
      : [];
  });

/** Limits and recipients whose own condition can never hold, or always holds, while the rule applies. */
const checkChoices = ({ from, law, world }: Epoch): readonly Finding[] =>
  law.rules.flatMap((rule) => {
    const { store } = world;
    const applies = store.and(world.possible, world.of(conditionOf(rule)));
    const never = (cond: Cond | undefined): boolean => cond !== undefined && store.and(applies, world.of(cond)) === 0;
    const always = (cond: Cond | undefined): boolean => cond !== undefined && store.and(applies, store.not(world.of(cond))) === 0;
    const at = `rule:${rule.id}`;
    return [
      ...rule.stages.flatMap((s) =>
        s.choices.flatMap((c, i): readonly Finding[] => {
          if (never(c.if))
            return [{ at, check: 'dead-limit', message: `${rule.id}.${s.id}: limit ${i + 1} can never be reached (law of ${from})` }];
          return always(c.if) && i < s.choices.length - 1
            ? [
                {
                  at,
                  check: 'dead-limit',
                  message: `${rule.id}.${s.id}: limit ${i + 1} always holds and hides those after it (law of ${from})`,
                },
              ]
            : [];
        }),
      ),
      ...rule.recipients
        .filter((r) => never(r.if))
        .map((r) => ({ at, check: 'dead-recipient', message: `${rule.id} can never be sent to ${r.to} (law of ${from})` })),
    ];
  });

type Line = { readonly at: string; readonly leaf: TestLeaf };

/** A line that says nothing: with it always true, or always false, every answer it takes part in stays the same. */
const isDeadIn = (leaf: TestLeaf, cond: Cond, world: World, applies: Bdd): boolean => {
  const { store } = world;
  const as = (value: Bdd): Bdd => world.of(cond, (l) => (l === leaf ? value : undefined));
  const plain = world.of(cond);
  return [0, 1].some((value) => store.and(applies, store.xor(plain, as(value))) === 0);
};

const conditionsOf = (rule: Rule, world: World): readonly { readonly cond: Cond; readonly applies: Bdd }[] => {
  const whole = conditionOf(rule);
  const applies = world.store.and(world.possible, world.of(whole));
  const chosen = [...rule.stages.flatMap((s) => s.choices.flatMap((c) => c.if ?? [])), ...rule.recipients.flatMap((r) => r.if ?? [])];
  return [{ cond: whole, applies: world.possible }, ...chosen.map((cond) => ({ cond, applies }))];
};

const linesOf = (files: KnowledgeFiles): readonly Line[] => [
  ...files.base.terms.flatMap((t) => t.versions.flatMap((v) => testsOf(v.cond).map((leaf) => ({ at: `term:${t.id}`, leaf })))),
  ...files.base.rules.flatMap((r) =>
    [
      r.when,
      ...(r.unless ? [r.unless] : []),
      ...r.stages.flatMap((s) => s.choices.flatMap((c) => c.if ?? [])),
      ...r.recipients.flatMap((x) => x.if ?? []),
    ].flatMap((c) => testsOf(c).map((leaf) => ({ at: `rule:${r.id}`, leaf }))),
  ),
];

/** Lines of terms and rules that change nothing anywhere, under no text that was ever in force. */
const checkDeadLines = (files: KnowledgeFiles, epochs: readonly Epoch[]): readonly Finding[] => {
  const used = new Set<TestLeaf>();
  const live = new Set<TestLeaf>();
  for (const { law, world } of epochs) {
    for (const rule of law.rules) {
      for (const { cond, applies } of conditionsOf(rule, world)) {
        for (const leaf of new Set(testsOf(cond))) {
          used.add(leaf);
          if (!live.has(leaf) && !isDeadIn(leaf, cond, world, applies)) live.add(leaf);
        }
      }
    }
  }
  return linesOf(files)
    .filter(({ leaf }) => used.has(leaf) && !live.has(leaf))
    .map(({ at, leaf }) => ({ at, check: 'dead-condition', message: `the line "${sayLeaf(leaf)}" changes nothing` }));
};

const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((f) => [`${f.at} ${f.check}`, f])).values(),
];

/** What diagrams show of the base: rules and lines that can never, or always, be true. One finding per rule and kind. */
export const checkLogic = (files: KnowledgeFiles, epochs: readonly Epoch[]): readonly Finding[] => [
  ...distinct(epochs.flatMap(checkExtremes)),
  ...distinct(epochs.flatMap(checkChoices)),
  ...checkDeadLines(files, epochs),
];
