import {
  type Cond,
  type FactDef,
  type FactKind,
  type Facts,
  type Implication,
  type Known,
  type Rel,
  readMoment,
} from '../../core/index.ts';
import { type Catalogue, catalogueOf, defOf } from '../catalogue.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { ownedConditions, type TestLeaf, testsOf } from './conditions.ts';
import { type Check, type Finding, suggest } from './finding.ts';
import { factsOfForms } from './forms.ts';

const kindOf: Record<Rel, FactKind> = {
  is: 'yes-no',
  in: 'one-of',
  has: 'some-of',
  '>': 'number',
  '>=': 'number',
  '<': 'number',
  '<=': 'number',
};

const unknownFact = (at: string, fact: string, catalogue: Catalogue): Finding => ({
  at,
  check: 'unknown-fact',
  message: `${fact} is not in the catalogue${suggest(fact, catalogue.keys())}`,
});

const strayValues = (at: string, def: FactDef, values: readonly string[]): readonly Finding[] => {
  const known = (def.values ?? []).map((v) => v.id);
  return values
    .filter((v) => !known.includes(v))
    .map((v) => ({ at, check: 'unknown-value', message: `${def.id} has no value ${v}${suggest(v, known)}` }));
};

const checkTest = (at: string, { fact, rel, value }: TestLeaf, catalogue: Catalogue): readonly Finding[] => {
  const def = defOf(fact, catalogue);
  if (!def) return [unknownFact(at, fact, catalogue)];
  if (def.kind !== kindOf[rel]) return [{ at, check: 'wrong-kind', message: `${fact} is ${def.kind}, "${rel}" needs ${kindOf[rel]}` }];
  return rel === 'in' ? strayValues(at, def, value as readonly string[]) : rel === 'has' ? strayValues(at, def, [value as string]) : [];
};

const fits = (def: FactDef, known: Known): boolean => {
  const keys = typeof known === 'object' && !Array.isArray(known) ? Object.keys(known) : [];
  if (known === 'unknown') return true;
  if (def.kind === 'yes-no') return typeof known === 'boolean';
  if (def.kind === 'number') return typeof known === 'number' || (keys.length > 0 && keys.every((k) => k === 'min' || k === 'max'));
  if (def.kind === 'instant')
    return (
      (typeof known === 'string' && readMoment(known) !== undefined) ||
      (keys.length > 0 && keys.every((k) => k === 'after' || k === 'before'))
    );
  if (def.kind === 'one-of') return typeof known === 'string' || keys.join() === 'in';
  return Array.isArray(known) || (keys.length > 0 && keys.every((k) => k === 'has' || k === 'not'));
};

/** Facts written out (examples, playbooks, what follows) against the catalogue. */
const checkValue = (at: string, fact: string, known: Known, catalogue: Catalogue): readonly Finding[] => {
  const def = defOf(fact, catalogue);
  if (!def) return [unknownFact(at, fact, catalogue)];
  if (!fits(def, known)) return [{ at, check: 'wrong-kind', message: `${fact} is ${def.kind}; ${JSON.stringify(known)} is not` }];
  if (known === 'unknown' || (def.kind !== 'one-of' && def.kind !== 'some-of')) return [];
  const shape = known as { in?: string[]; has?: string[]; not?: string[] };
  const values =
    typeof known === 'string' ? [known] : Array.isArray(known) ? known : [...(shape.in ?? []), ...(shape.has ?? []), ...(shape.not ?? [])];
  return strayValues(
    at,
    def,
    values.map((v: string) => def.valueAliases?.[v] ?? v),
  );
};

const checkFacts = (at: string, facts: Facts, catalogue: Catalogue): readonly Finding[] =>
  Object.entries(facts).flatMap(([fact, known]) => checkValue(at, fact, known, catalogue));

/** Every fact a rule, an implication or an example names exists, has that value and is of that kind. */
export const checkFactNames: Check = (files) => {
  const catalogue = catalogueOf(files);
  const tests = (at: string, cond: Cond): readonly Finding[] => testsOf(cond).flatMap((t) => checkTest(at, t, catalogue));
  return [
    ...ownedConditions(files).flatMap(({ at, cond }) => tests(at, cond)),
    ...files.severity.signs.flatMap((sign) => ('when' in sign ? tests(`severity:${sign.id}`, sign.when) : [])),
    ...files.implications.flatMap((i) => {
      const at = `fact:${i.then.fact}`;
      const from = 'known' in i.if ? (defOf(i.if.known, catalogue) ? [] : [unknownFact(at, i.if.known, catalogue)]) : tests(at, i.if);
      const value = i.then.value;
      if (typeof value !== 'object' || !('same' in value)) return [...from, ...checkValue(at, i.then.fact, value as Known, catalogue)];
      const [a, b] = [defOf(value.same, catalogue), defOf(i.then.fact, catalogue)];
      if (!b) return [...from, unknownFact(at, i.then.fact, catalogue)];
      return a && a.kind !== b.kind
        ? [...from, { at, check: 'wrong-kind', message: `${a.id} is ${a.kind}, ${b.id} is ${b.kind}: "same" cannot copy` }]
        : from;
    }),
    ...files.base.rules.flatMap((r) =>
      r.stages.flatMap((s) =>
        [...(s.filedBy ? [s.filedBy] : []), ...s.choices.map((c) => c.start)].flatMap((fact): readonly Finding[] => {
          if (fact === 'situation') return [];
          const def = catalogue.get(fact);
          if (!def) return [unknownFact(`rule:${r.id}`, fact, catalogue)];
          return def.kind === 'instant' && def.start
            ? []
            : [
                {
                  at: `rule:${r.id}`,
                  check: 'wrong-kind',
                  message: `${fact} starts or meets a stage, so it must be an instant with start: awareness, act or occurrence`,
                },
              ];
        }),
      ),
    ),
    ...files.examples.flatMap((e) => checkFacts(`example:${e.file}:${e.at}`, e.facts, catalogue)),
    ...files.playbooks.flatMap((p) => checkFacts(`playbook:${p.id}`, p.facts, catalogue)),
    ...files.questions.flatMap((q) =>
      q.points.flatMap((p) => (p.fact && !catalogue.has(p.fact) ? [unknownFact(`question:${q.id}`, p.fact, catalogue)] : [])),
    ),
  ];
};

/** The catalogue by itself: groups, values and aliases. */
export const checkCatalogue: Check = (files) =>
  files.facts.flatMap((d): readonly Finding[] => {
    const at = `fact:${d.id}`;
    const choice = d.kind === 'one-of' || d.kind === 'some-of';
    const ids = (d.values ?? []).map((v) => v.id);
    return [
      ...(files.groups[d.group]
        ? []
        : [{ at, check: 'unknown-group', message: `group ${d.group} is not declared${suggest(d.group, Object.keys(files.groups))}` }]),
      ...(choice === ids.length > 0
        ? []
        : [{ at, check: 'values', message: choice ? `${d.id} is ${d.kind} and has no values` : `${d.id} is ${d.kind} and has values` }]),
      ...ids
        .filter((v, i) => ids.indexOf(v) !== i)
        .map((v) => ({ at, check: 'duplicate-id', message: `${d.id} has the value ${v} twice` })),
      ...Object.values(d.valueAliases ?? {})
        .filter((v) => !ids.includes(v))
        .map((v) => ({ at, check: 'unknown-value', message: `${d.id}: an alias stands for ${v}, which is no value` })),
      ...(d.start && d.kind !== 'instant' ? [{ at, check: 'wrong-kind', message: `${d.id} is ${d.kind} and cannot start a clock` }] : []),
    ];
  });

/** The facts an implication reads. */
const sourcesOf = (i: Implication): readonly string[] => ('known' in i.if ? [i.if.known] : testsOf(i.if).map((t) => t.fact));

/** Facts that some answer, date, question or case reads, directly or through what follows from them. */
const neededFacts = (files: KnowledgeFiles): ReadonlySet<string> => {
  const needed = new Set<string>([
    ...ownedConditions(files).flatMap(({ cond }) => testsOf(cond).map((t) => t.fact)),
    ...files.base.rules.flatMap((r) => r.stages.flatMap((s) => [...(s.filedBy ? [s.filedBy] : []), ...s.choices.map((c) => c.start)])),
    ...files.questions.flatMap((q) => q.points.flatMap((p) => p.fact ?? [])),
    ...files.playbooks.flatMap((p) => Object.keys(p.facts)),
    ...factsOfForms(files),
    ...files.severity.signs.flatMap((sign) => ('when' in sign ? testsOf(sign.when).map((t) => t.fact) : [])),
    ...files.delegations.flatMap((d) => Object.values(d.by)),
    ...files.offices.flatMap((o) => o.by),
  ]);
  for (const fact of [...needed]) needed.add(fact.split('.')[0] as string);
  for (let before = -1; before !== needed.size; ) {
    before = needed.size;
    for (const i of files.implications) if (needed.has(i.then.fact)) for (const f of sourcesOf(i)) needed.add(f);
  }
  return needed;
};

export const checkFactUse: Check = (files) => {
  const needed = neededFacts(files);
  return files.facts.flatMap((d): readonly Finding[] => {
    const at = `fact:${d.id}`;
    if (needed.has(d.id) || files.reserved.has(d.id) || d.profile || d.start === 'awareness') return [];
    return [{ at, check: 'fact-not-needed', message: `${d.id} is asked and nothing needs it; use it, or mark it reserved` }];
  });
};
