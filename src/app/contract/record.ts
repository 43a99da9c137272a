import * as z from 'zod/mini';
import { severityLevels } from '../../core/index.ts';
import { contractSchemas } from './registry.ts';
import { bundleSchema, textSchema } from './text.ts';

const uuidSchema = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const entrySchema = z
  .object({
    version: z.literal(1),
    id: uuidSchema,
    log: z.string(),
    kind: z.string(),
    actor: uuidSchema,
    device: z.string(),
    saidAt: z.string(),
    base: z.nullable(hashSchema),
    prior: z.nullable(hashSchema),
    body: z.record(z.string(), z.unknown()),
  })
  .register(contractSchemas, {
    id: 'Entry',
    description:
      'One immutable record in a log. Words of people are parts: the body holds `{part, commit}`, where commit is SHA-256 over the 32 bytes of salt and then the bytes; both lie beside the log and can be erased. Each link’s `chain` is SHA-256 over the entry’s content hash, its signature, its place and the chain before it, so that any change shows; docs/log-format.md says how to check it.',
  });

const signatureSchema = z.nullable(z.string());

const linkSchema = z
  .object({
    seq: z.number(),
    arrivedAt: z.string(),
    skewSeconds: z.number(),
    refusal: z.optional(z.string()),
    chain: hashSchema,
  })
  .register(contractSchemas, {
    id: 'Link',
    description: 'The place of an entry in its log. `refusal` says why it has no effect there.',
  });

const signedSchema = z.object({ entry: entrySchema, signature: signatureSchema }).register(contractSchemas, {
  id: 'SignedEntry',
  description: 'An entry with the Ed25519 signature of its device (base64url), or null where the device cannot sign.',
});

const linkedSchema = z.object({ entry: entrySchema, signature: signatureSchema, link: linkSchema }).register(contractSchemas, {
  id: 'LinkedEntry',
  description: 'An entry with its place.',
});

const partSchema = z
  .union([z.object({ id: uuidSchema, salt: z.string(), bytes: z.string() }), z.object({ id: uuidSchema, erased: z.literal(true) })])
  .register(contractSchemas, { id: 'Part', description: 'Salt and bytes of a part in base64url, or that it was erased.' });

const headSchema = z
  .object({ log: z.string(), seq: z.number(), chain: z.nullable(hashSchema) })
  .register(contractSchemas, { id: 'Head', description: 'How far a log reaches.' });

z.object({ sentAt: z.optional(z.string()), entries: z.array(signedSchema), parts: z.optional(z.array(partSchema)) }).register(
  contractSchemas,
  {
    id: 'ProposedEntries',
    description:
      'What a device sends: its entries of one log in its order, with the parts that it has. `sentAt` is its clock at sending, so that its skew can be written down.',
  },
);

const sayingSchema = z
  .object({ id: z.optional(uuidSchema), kind: z.string(), body: z.record(z.string(), z.unknown()) })
  .register(contractSchemas, {
    id: 'Saying',
    description: 'One thing to say: a kind and its body, with `{"text": …}` where words stand. Give an `id` to be able to send it again.',
  });

z.object({
  id: z.optional(uuidSchema),
  case: z.optional(z.string()),
  zone: z.optional(z.string()),
  sayings: z.array(sayingSchema),
}).register(contractSchemas, {
  id: 'Sayings',
  description:
    'What a program sends: the server writes the entries with its own device. For a new incident, `id` is the UUID it shall have and `case` the kind of thing that happened.',
});

z.object({
  id: uuidSchema,
  log: z.string(),
  head: headSchema,
  links: z.array(z.object({ ...linkSchema.shape, id: uuidSchema })),
}).register(contractSchemas, {
  id: 'Places',
  description: 'The place of each entry that was sent, in that order. Sent twice, it is the same place.',
});

z.object({ head: headSchema, entries: z.array(linkedSchema), parts: z.array(partSchema) }).register(contractSchemas, {
  id: 'LogPage',
  description: 'A stretch of a log, with the parts of its entries. Ask again after the last `seq` until `head.seq` is reached.',
});

const deadlineLineSchema = z
  .object({
    incident: uuidSchema,
    duty: z.string(),
    label: textSchema,
    stage: z.string(),
    stageLabel: textSchema,
    presumed: z.optional(z.literal(true)),
    target: z.nullable(z.string()),
    latest: z.string(),
    zone: z.string(),
  })
  .register(contractSchemas, {
    id: 'Deadline',
    description: 'A stage of a duty that is dated and neither filed nor decided against. A day ends at 24:00 in `zone`.',
  });

const incidentLineSchema = z
  .object({
    id: uuidSchema,
    log: z.string(),
    seq: z.number(),
    codeName: textSchema,
    name: z.optional(uuidSchema),
    state: z.enum(['open', 'closed']),
    drill: z.optional(z.literal(true)),
    severity: z.optional(z.enum(severityLevels)),
    zone: z.string(),
    reportedAt: z.optional(z.string()),
    noticedAt: z.optional(z.string()),
    playbooks: z.array(z.string()),
    due: z.array(deadlineLineSchema),
    mayDue: z.optional(deadlineLineSchema),
    dueCount: z.number(),
  })
  .register(contractSchemas, {
    id: 'IncidentLine',
    description:
      'An incident in a list: no words of people (`name` is the id of a part), the next five deadlines, how many there are, and in `mayDue` the earliest date of a duty that is not decided yet, if it applies.',
  });

z.object({ incidents: z.array(incidentLineSchema), next: z.nullable(z.string()), behind: z.number() }).register(contractSchemas, {
  id: 'IncidentList',
  description:
    'The newest first. `next` is the cursor of the following page. What is on this page is up to date; `behind` counts others whose deadlines are still being computed.',
});

z.object({ deadlines: z.array(deadlineLineSchema), behind: z.number() }).register(contractSchemas, {
  id: 'DeadlineList',
  description: 'Deadlines over all open incidents, the earliest first.',
});

const stageLineSchema = z.object({
  id: z.string(),
  label: textSchema,
  start: z.nullable(z.string()),
  started: z.boolean(),
  assumed: z.optional(z.literal(true)),
  target: z.nullable(z.string()),
  latest: z.nullable(z.string()),
  filed: z.optional(z.string()),
  filing: z.optional(uuidSchema),
  waiver: z.optional(uuidSchema),
  waiverIsOld: z.optional(z.literal(true)),
  beforeKnown: z.optional(z.literal(true)),
  provisional: z.optional(z.literal(true)),
  strength: z.string(),
});

const dutyLineSchema = z
  .object({
    id: z.string(),
    applies: z.enum(['yes', 'no', 'unknown']),
    presumed: z.optional(z.literal(true)),
    level: z.string(),
    label: z.optional(textSchema),
    recipients: z.optional(z.array(z.object({ id: z.string(), label: textSchema }))),
    stages: z.optional(z.array(stageLineSchema)),
    missing: z.optional(z.array(z.string())),
  })
  .register(contractSchemas, {
    id: 'Duty',
    description: 'A duty as it bears on the incident now; `filing` and `waiver` are entries. Duties that do not apply are left out.',
  });

const viewShape = {
  id: uuidSchema,
  log: z.string(),
  codeName: textSchema,
  bundle: bundleSchema,
  incident: z.unknown(),
  duties: z.array(dutyLineSchema),
  questions: z.array(z.string()),
};
const viewSchema = z.object(viewShape);

z.object({
  ...viewShape,
  head: headSchema,
  words: z.record(z.string(), z.string()),
  erased: z.array(uuidSchema),
  entries: z.array(linkedSchema),
}).register(contractSchemas, {
  id: 'IncidentShown',
  description:
    'Everything of one incident: `incident` is what its entries come to, `words` the texts by the ids of their parts, `erased` the parts that are gone on purpose. Pictures come with the entries (`/entries`).',
});

z.object({ id: uuidSchema, log: z.string(), head: headSchema }).register(contractSchemas, {
  id: 'OrganisationHead',
  description: 'The organisation of this server and how far its log reaches.',
});

export type DeadlineLine = z.infer<typeof deadlineLineSchema>;
export type IncidentLine = z.infer<typeof incidentLineSchema>;
export type DutyLine = z.infer<typeof dutyLineSchema>;
export type IncidentView = z.infer<typeof viewSchema>;
