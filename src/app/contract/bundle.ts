import * as z from 'zod/mini';

// The shape of a built bundle, for programs that read dist/knowledge/bundle.json or `shodo knowledge export`.

const many = <T extends z.ZodMiniType>(schema: T) => z.array(schema);
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const textShape = z.object({ ja: z.string(), en: z.string() });
const texts = many(textShape);
const names = many(z.string());
const gradeShape = z.enum(['P', 'P*', 'A', 'H', 'S', 'B', 'M', 'K', 'C', 'L']);

const sourceShape = z.object({
  text: z.string(),
  url: z.optional(z.string()),
  edition: z.optional(z.string()),
  readOn: z.nullable(day),
  checked: z.nullable(z.object({ on: day, by: z.string() })),
  grade: gradeShape,
});
const sources = many(sourceShape);

const dressed = { cite: z.optional(z.string()), label: z.optional(textShape), term: z.optional(z.string()) };

/** A condition, as it is evaluated: groups, negations (`unless`: an exclusion), named terms and tests of one fact. */
const condShape = z.union([
  z.object({
    op: z.enum(['all', 'any']),
    get of() {
      return z.array(condShape);
    },
    ...dressed,
  }),
  z.object({
    op: z.literal('not'),
    get of() {
      return condShape;
    },
    unless: z.optional(z.literal(true)),
    ...dressed,
  }),
  z.object({ op: z.literal('term'), term: z.string(), cite: z.optional(z.string()) }),
  z.object({
    op: z.literal('test'),
    fact: z.string(),
    rel: z.enum(['is', 'in', 'has', '>', '>=', '<', '<=']),
    value: z.union([z.boolean(), z.number(), z.string(), names]),
    cite: z.optional(z.string()),
  }),
]) as z.ZodMiniType;

const factShape = z.object({
  id: z.string(),
  kind: z.enum(['yes-no', 'one-of', 'some-of', 'number', 'instant']),
  question: textShape,
  help: z.optional(textShape),
  who: z.string(),
  effort: z.number(),
  group: z.string(),
  judgement: z.optional(z.literal(true)),
  profile: z.optional(z.literal(true)),
  start: z.optional(z.string()),
  values: z.optional(many(z.object({ id: z.string(), label: textShape }))),
  aliases: z.optional(names),
  valueAliases: z.optional(z.record(z.string(), z.string())),
  keyed: z.optional(z.literal(true)),
  reserved: z.optional(z.literal(true)),
  cite: z.optional(z.string()),
  source: z.optional(sourceShape),
});

const conventionShape = z.looseObject({ unit: z.string(), n: z.optional(z.number()), word: z.optional(z.string()) });
const counted = z.object({ convention: conventionShape, cite: z.string() });

const stageShape = z.object({
  id: z.string(),
  label: textShape,
  closes: z.boolean(),
  filedBy: z.optional(z.string()),
  choices: many(
    z.object({
      if: z.optional(condShape),
      start: z.string(),
      convention: conventionShape,
      outer: z.optional(counted),
      target: z.optional(z.union([counted, z.string()])),
      strength: z.enum(['statutory', 'guideline', 'contract', 'practice', 'unconfirmed']),
      cite: z.string(),
      grade: gradeShape,
    }),
  ),
});

const ruleShape = z.object({
  id: z.string(),
  instrument: z.string(),
  label: textShape,
  level: z.enum(['mandatory', 'expected', 'contractual', 'voluntary']),
  cite: z.string(),
  from: day,
  until: z.optional(day),
  calendar: z.string(),
  zone: z.string(),
  recipients: many(z.object({ to: z.string(), if: z.optional(condShape), why: textShape })),
  when: condShape,
  unless: z.optional(condShape),
  stages: many(stageShape),
  sources,
  mergedInto: z.optional(z.string()),
  how: textShape,
  caveats: texts,
  aliases: z.optional(names),
});

const baseShape = z.object({
  terms: many(
    z.object({
      id: z.string(),
      label: textShape,
      cite: z.string(),
      versions: many(z.object({ from: z.nullable(day), cond: condShape })),
    }),
  ),
  rules: many(ruleShape),
  pending: many(
    z.object({
      id: z.string(),
      label: textShape,
      effect: textShape,
      from: z.nullable(day),
      latest: z.optional(day),
      touches: names,
      sources,
    }),
  ),
});

const delegationShape = z.object({
  id: z.string(),
  label: textShape,
  rules: names,
  by: z.object({ trade: z.string(), owner: z.string(), listed: z.string() }),
  none: z.string(),
  covered: names,
  kept: z.object({ owners: names, why: textShape, source: sourceShape }),
  ask: z.object({ to: z.string(), why: textShape }),
  check: z.object({ text: textShape, source: sourceShape }),
  trades: many(
    z.object({
      id: z.string(),
      label: textShape,
      sectors: names,
      to: z.string(),
      why: textShape,
      from: z.nullable(day),
      until: z.nullable(day),
      source: sourceShape,
    }),
  ),
});

const officesShape = z.object({
  id: z.string(),
  label: textShape,
  of: names,
  by: names,
  national: z.object({ label: textShape, url: z.optional(z.string()), source: sourceShape }),
  ask: textShape,
  note: z.optional(textShape),
  areas: sourceShape,
  offices: many(z.object({ id: z.string(), label: textShape, serves: names, page: z.optional(sourceShape), note: z.optional(textShape) })),
});

const changeShape = z.object({
  id: z.string(),
  from: day,
  label: textShape,
  what: textShape,
  moves: many(z.object({ rules: names, how: textShape })),
  sources,
});

/** Named things whose further parts are described in docs/architecture.md and the types of the core. */
const named = z.looseObject({ id: z.string() });
const titled = z.looseObject({ id: z.string(), title: textShape, sources });

/** What is looked up by itself. */
const libraryShape = z.object({
  readiness: z.looseObject({
    checks: many(z.looseObject({ id: z.string(), what: textShape, good: textShape, proof: textShape, sources })),
  }),
  drills: many(titled),
  drillMethod: z.looseObject({ steps: texts, sources }),
  taxonomy: z.looseObject({ schemes: many(titled), cases: many(z.looseObject({ cases: names })), sources }),
  metrics: z.looseObject({ metrics: many(z.looseObject({ id: z.string(), name: textShape, means: textShape })), sources }),
  levels: many(z.object({ id: z.string(), name: textShape, who: textShape, seen: texts })),
  scales: many(z.looseObject({ id: z.string(), name: textShape, sources })),
  helpers: many(titled),
  disagreements: many(
    z.looseObject({
      id: z.string(),
      question: textShape,
      positions: many(z.looseObject({ who: textShape, says: textShape, source: sourceShape })),
      safest: textShape,
    }),
  ),
});

/** A built bundle. Parts that readers seldom compute with (steps, fields of forms) are open: they may hold more than is named here. */
export const bundleShape = z.looseObject({
  version: z.string(),
  hash: z.string(),
  facts: many(factShape),
  groups: z.record(z.string(), textShape),
  implications: many(z.looseObject({ then: z.looseObject({ fact: z.string() }) })),
  base: baseShape,
  recipients: many(z.object({ id: z.string(), label: textShape, url: z.optional(z.string()), directory: z.optional(z.string()) })),
  delegations: many(delegationShape),
  offices: many(officesShape),
  calendars: z.record(z.string(), z.looseObject({ id: z.string(), label: textShape, from: day, officialTo: day, knownTo: day, sources })),
  commonForms: many(z.looseObject({ id: z.string(), title: textShape, usableFor: names, fits: condShape, inUseFrom: day })),
  playbooks: many(titled),
  blocks: many(titled),
  firstAid: many(named),
  ladder: many(named),
  directory: many(named),
  questions: many(named),
  forms: many(titled),
  changes: many(changeShape),
  library: libraryShape,
});

/** JSON Schema (2020-12) of a bundle, as the build writes it beside the bundle. */
export const describeBundle = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(bundleShape, { io: 'input' }),
  title: 'Shodo knowledge bundle',
});
