import type { BodyOf, Field, Fields, OptionalField } from './shape.ts';

const part = { is: 'part' } as const;
const uuid = { is: 'uuid' } as const;
const name = { is: 'name' } as const;
const moment = { is: 'moment' } as const;
const hash = { is: 'hash' } as const;
const facts = { is: 'facts' } as const;
const learned = { is: 'learned' } as const;
const yesNo = { is: 'yes-no' } as const;
const optional = <F extends Field>(field: F): F & { readonly optional: true } => ({ ...field, optional: true });
const list = <F extends Field>(of: F) => ({ is: 'list', of }) as const;
const map = <F extends Field>(of: F) => ({ is: 'map', of }) as const;
const code = <const C extends readonly string[]>(...of: C) => ({ is: 'code', of }) as const;
const record = <const F extends Fields>(fields: F) => ({ is: 'record', fields }) as const;

/**
 * A picture as it is kept: its bytes (made smaller where the original was large), and the hash of the original file in hex.
 * That hash is a part, because it would tell a known picture again after the bytes are erased.
 */
const picture = record({ image: part, originalHash: part, originalBytes: { is: 'count' } });

const contact = record({
  contact: uuid,
  role: code('day', 'night', 'boss', 'it', 'vendor', 'insurer', 'police', 'other'),
  name: optional(part),
  phone: optional(part),
  note: optional(part),
});

/**
 * Every kind of entry and the shape of its body. A body never changes meaning: a new meaning is a new kind with a suffix
 * (`note.added.2`). docs/log-format.md says what each one means.
 */
export const shapes = {
  // How an incident begins, and what it is called.
  'incident.reported': {
    zone: { is: 'zone' },
    /** Bundle hash of the knowledge it began with. */
    bundle: hash,
    playbook: optional(name),
    goingOn: optional(code('yes', 'no', 'unknown')),
    text: optional(part),
    /** First facts; when anyone first noticed is `knownAt`. */
    facts: optional(facts),
    learned: optional(learned),
    drill: optional(yesNo),
  },
  'incident.named': { name: part },
  'incident.zone-set': { zone: { is: 'zone' } },
  'incident.closed': { bundle: hash, note: optional(part) },
  'incident.reopened': { reason: part },
  'playbook.added': { playbook: name },
  'person.introduced': { person: uuid, name: part, desk: optional(part) },

  // What is known.
  'facts.recorded': {
    facts,
    learned: optional(learned),
    /** Questions that cannot be answered yet, until the civil day on which to ask again. */
    parkedUntil: optional(map({ is: 'day' })),
    note: optional(part),
  },
  'facts.corrected': { facts, learned: optional(learned), reason: part },
  'severity.set': { level: code('L0', 'L1', 'L2', 'L3', 'L4'), reason: optional(part) },
  'situation.stated': { conditions: optional(part), actions: optional(part), needs: optional(part) },

  // What people said and did.
  'note.added': {
    text: optional(part),
    /** When it happened, where that is not when it was said. */
    happenedAt: optional(moment),
    pictures: optional(list(picture)),
    /** People by their ids, desks by their names (`it`, `legal` …). */
    mentions: optional(list(name)),
  },
  'entry.corrected': { corrects: uuid, text: optional(part), happenedAt: optional(moment), reason: part },
  'entry.withdrawn': { withdraws: uuid, reason: optional(part) },
  'action.done': { action: name, note: optional(part), happenedAt: optional(moment) },
  'action.blocked': { action: name, note: optional(part) },
  'branch.answered': { branch: name, answer: code('yes', 'no', 'unknown') },

  // Who else has it.
  'place.listed': { place: uuid, name: part },
  'place.asked': {
    place: uuid,
    state: code('symptoms', 'none', 'not-asked', 'unknown'),
    askedAt: optional(moment),
    toldBy: optional(part),
    note: optional(part),
  },

  // Who was told.
  'contact.listed': { contact: name, side: code('inside', 'outside'), name: part },
  'contact.told': {
    /** A recipient, a directory entry, a desk, or the id of a `contact.listed`. */
    contact: name,
    side: code('inside', 'outside'),
    state: code('told', 'not-yet', 'not-needed'),
    toldAt: optional(moment),
    way: optional(code('phone', 'mail', 'web-form', 'in-person', 'post', 'chat', 'notice', 'other')),
    toldBy: optional(part),
    note: optional(part),
  },

  // Notices and reports.
  'notice.amended': { notice: uuid, form: name, fields: map(part) },
  'notice.issued': { notice: uuid, form: name, lang: code('ja', 'en'), text: part, way: code('copied', 'printed', 'saved') },
  'draft.amended': { form: name, stage: name, fields: map(part) },
  'filing.approved': { obligation: name, stage: name, form: name, bundle: hash, text: part },
  'filing.filed': {
    obligation: name,
    stage: name,
    filedAt: moment,
    channel: optional(name),
    receipt: optional(part),
    proof: optional(list(uuid)),
    /** The entry that approved the text that was filed. */
    approval: optional(uuid),
    bundle: hash,
  },
  'obligation.waived': { obligation: name, stage: optional(name), reason: part, decidedBy: part, decidedOn: { is: 'day' }, bundle: hash },

  // What is kept as proof.
  'evidence.added': {
    evidence: uuid,
    label: part,
    picture: optional(picture),
    originalHash: optional(part),
    place: optional(part),
    holder: optional(part),
  },
  'custody.transferred': { evidence: uuid, from: optional(part), to: part, happenedAt: optional(moment), note: optional(part) },

  // The log itself.
  'part.erased': { parts: list(uuid), reason: optional(code('mistake', 'personal-data', 'request', 'law')) },

  // The organisation on a quiet day.
  'organisation.described': { name: optional(part), zone: optional({ is: 'zone' }), facts: optional(facts) },
  'organisation.contact-set': contact.fields,
  'organisation.contact-removed': { contact: uuid },
  'organisation.place-set': { place: uuid, name: part },
  'organisation.place-removed': { place: uuid },
  /** An agreement to tell another party of incidents: a clause of a contract, a policy, a group rule. */
  'organisation.agreement-set': {
    agreement: uuid,
    /** Who the other party is, and when the clause bites: names of the knowledge. */
    side: name,
    triggers: list(name),
    party: optional(part),
    clause: optional(part),
    way: optional(part),
    within: optional(record({ n: { is: 'count' }, unit: code('hours', 'days', 'open-days') })),
    word: optional(code('immediately', 'promptly', 'by-contract')),
    firstDay: optional(code('counts', 'excluded')),
    countsFrom: optional(code('noticed', 'confirmed')),
    consentFirst: optional(yesNo),
    until: optional({ is: 'day' }),
  },
  'organisation.agreement-removed': { agreement: uuid },
  'incident.imported': { log: name, head: hash, entries: { is: 'count' }, file: hash, signer: optional(name) },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field | OptionalField>>>>;

export type Kind = keyof typeof shapes;
export type Body<K extends Kind> = BodyOf<(typeof shapes)[K]>;

/** What a device wants to say: a kind and its body. */
export type Saying = { readonly [K in Kind]: { readonly kind: K; readonly body: Body<K> } }[Kind];

/** False for a kind that a newer program made. */
export const isKind = (kind: string): kind is Kind => Object.hasOwn(shapes, kind);
