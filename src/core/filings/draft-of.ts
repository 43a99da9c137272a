import { closeFacts } from '../facts/close-facts.ts';
import type { FactDef, FactId, Facts } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import type { PartRef } from '../log/entry.ts';
import { own } from '../log/own.ts';
import type { Register } from '../log/register.ts';
import { triOf } from '../obligations/evaluate.ts';
import { disputedFacts } from './disputed-facts.ts';
import type { DraftField, DraftGap, DraftOrigin, DraftRoute, DraftSetting, DraftState, FilingDraft } from './draft.ts';
import type { Form, FormField } from './form.ts';
import { looksLikePerson } from './looks-like-person.ts';
import type { Candidate, RecordText } from './record-text.ts';
import { sayOrigin } from './record-texts.ts';
import { saySentences, type Speaking } from './say-sentences.ts';

const waiting: Text = { ja: '調査中です。', en: 'Under investigation.' };
const restWaiting: Text = { ja: 'ほかのことは調査中です。', en: 'The rest is under investigation.' };

/** The facts a draft may speak of: what is known and undisputed, with what follows from it. */
type Ground = Speaking & {
  readonly disputed: ReadonlySet<FactId>;
  readonly follows: Readonly<Record<FactId, readonly FactId[]>>;
  readonly setting: DraftSetting;
  readonly form: Form;
  readonly stage: string;
};

const groundOf = (form: Form, stage: string, setting: DraftSetting): Ground => {
  const { knowledge, incident, duties } = setting;
  const disputed = disputedFacts(incident);
  const stated: Facts = Object.fromEntries(Object.entries(duties.picture.facts).filter(([fact]) => !disputed.has(fact)));
  const closed = closeFacts(stated, knowledge.implications);
  const defs = new Map<FactId, FactDef>(knowledge.facts.map((d) => [d.id, d]));
  return { facts: closed.facts, defs, zone: incident.zone, disputed, follows: closed.origins, setting, form, stage };
};

const originOf = (fact: FactId, { setting: { incident, organisation }, follows }: Ground): readonly DraftOrigin[] => {
  const statements = own(incident.facts, fact);
  if (statements?.some((s) => s.value.value !== null)) return [{ from: 'fact', fact, statements }];
  const onCard = organisation && own(organisation.facts, fact);
  if (onCard) return [{ from: 'card-fact', fact, statements: onCard }];
  const of = own(follows, fact);
  return of ? [{ from: 'follows', fact, of }] : [];
};

const gapOf = (fact: FactId, { defs, setting: { incident } }: Ground): DraftGap => ({
  fact,
  who: defs.get(fact)?.who ?? 'lead',
  asked: (own(incident.facts, fact)?.length ?? 0) > 0,
});

type Composed = {
  readonly said: readonly Text[];
  readonly origins: readonly DraftOrigin[];
  readonly open: readonly FactId[];
  readonly disputed: readonly FactId[];
  readonly candidates: readonly Candidate[];
  readonly wordless: boolean;
};

/** What facts, record and card say for a field. */
const compose = (field: FormField, ground: Ground): Composed => {
  const { form, stage, setting, disputed } = ground;
  const sentences = saySentences(field.says ?? [], ground);
  const records = (field.from ?? []).map((origin): RecordText & { readonly card: boolean } => ({
    ...sayOrigin(origin, field, form, stage, setting),
    card: origin.startsWith('card.'),
  }));
  const facts = [...new Set([...sentences.used, ...records.flatMap((r) => r.facts)])];
  const open = [...new Set([...sentences.open, ...records.flatMap((r) => r.open)])];
  return {
    said: [...sentences.said, ...records.flatMap((r) => r.lines)],
    origins: [
      ...facts.flatMap((fact) => originOf(fact, ground)),
      ...records.flatMap(({ card, entries }): readonly DraftOrigin[] =>
        entries.length > 0 ? [{ from: card ? 'card' : 'record', entries }] : [],
      ),
    ],
    open,
    disputed: [...new Set([...(field.facts ?? []), ...open, ...facts])].filter((fact) => disputed.has(fact)),
    candidates: records.flatMap((r) => r.candidates),
    wordless: records.some((r) => r.wordless),
  };
};

type Hand = { readonly statements: Register<PartRef>; readonly words: readonly (string | undefined)[] };

const handOf = (field: FormField, stage: string, { setting: { incident, wordsOf }, form }: Ground): Hand | undefined => {
  const statements = own(own(incident.drafts, `${form.id}/${stage}`) ?? {}, field.id);
  return statements && statements.length > 0 ? { statements, words: statements.map((s) => wordsOf(s.value)) } : undefined;
};

/** The stages before this one, the nearest first. */
const earlier = ({ form, stage }: Ground): readonly string[] => {
  const stages = (form.stages ?? []).map((s) => s.id);
  return stages.slice(0, stages.indexOf(stage)).reverse();
};

const usable = (hand: Hand | undefined): hand is Hand => hand?.words.some((w) => w !== undefined && w.trim() !== '') ?? false;

/** Words that put a thing off, as a preliminary report may. */
const putsOff = /調査中|確認中|検討中|未定|決まっていません|under investigation|being checked/i;

/** Answers behind a field that came into the log after its words were written by hand. */
const isBehind = (field: FormField, { statements }: Hand, { setting: { incident } }: Ground): boolean => {
  const written = Math.max(...statements.map((s) => s.order));
  return (field.facts ?? []).some((fact) => own(incident.facts, fact)?.some((s) => s.order > written));
};

const byHand = (field: FormField, hand: Hand, composed: Composed, ground: Ground, carried: boolean): Omit<DraftField, 'tooLong'> => {
  const said = hand.words.filter((w): w is string => w !== undefined);
  const agreed = new Set(said).size === 1;
  const words = agreed ? (said[0] ?? '') : '';
  // Taken over from the stage before, they are a place to write in: the later report is where it has to be told.
  const settled = agreed && !(carried && putsOff.test(words) && !field.mayWait?.includes(ground.stage));
  return {
    field,
    text: { ja: words, en: words },
    state: settled ? 'filled' : 'gap',
    origins: [{ from: 'hand', statements: hand.statements }],
    missing: settled ? [] : [{ who: field.who, asked: true }],
    disputed: composed.disputed,
    rivals: agreed ? [] : hand.statements,
    candidates: composed.candidates,
    behind: isBehind(field, hand, ground),
    wordless: hand.words.includes(undefined),
  };
};

/** Lists stand line under line, sentences one after the other; a bare word among sentences gets its full stop. */
const join = (texts: readonly Text[]): Text => {
  if (texts.length === 1) return texts[0] as Text;
  if (texts.some((t) => t.ja.startsWith('・'))) return { ja: texts.map((t) => t.ja).join('\n'), en: texts.map((t) => t.en).join('\n') };
  const stopped = (words: string, stop: string): string => (words.endsWith(stop) ? words : `${words}${stop}`);
  return { ja: texts.map((t) => stopped(t.ja, '。')).join(''), en: texts.map((t) => stopped(t.en, '.')).join(' ') };
};

const stateOf = (field: FormField, composed: Composed, mayWait: boolean): DraftState => {
  if (composed.said.length > 0) return 'filled';
  // Two people said different things: that is not "not known", and someone has to decide.
  if (composed.disputed.length > 0) return 'gap';
  const unknown = composed.open.length > 0 || (field.facts === undefined && field.required === true);
  if (unknown && mayWait) return 'under-investigation';
  return field.required ? 'gap' : 'optional-empty';
};

const byRecord = (field: FormField, composed: Composed, gone: boolean, ground: Ground): Omit<DraftField, 'tooLong'> => {
  const mayWait = field.mayWait?.includes(ground.stage) === true;
  const state = stateOf(field, composed, mayWait);
  // A decision that nobody took yet is not being looked into: the form may say how it waits.
  const waits = field.waits ?? waiting;
  const rest = mayWait && composed.open.some((fact) => !ground.disputed.has(fact)) ? [restWaiting] : [];
  const text = state === 'filled' ? join([...composed.said, ...rest]) : state === 'under-investigation' ? waits : { ja: '', en: '' };
  const byHandOnly = !field.facts && composed.open.length === 0;
  const missing: readonly DraftGap[] = [
    ...composed.open.map((fact) => gapOf(fact, ground)),
    ...(byHandOnly && state !== 'filled' && state !== 'optional-empty' ? [{ who: field.who, asked: false }] : []),
  ];
  const { origins, disputed, candidates } = composed;
  return { field, text, state, origins, missing, disputed, rivals: [], candidates, behind: false, wordless: composed.wordless || gone };
};

/** Words written for this stage win; then what facts and record say; then words written for the stage before. */
const fieldOf = (field: FormField, ground: Ground): DraftField => {
  const composed = compose(field, ground);
  const hand = handOf(field, ground.stage, ground);
  const before =
    composed.said.length > 0
      ? undefined
      : earlier(ground)
          .map((stage) => handOf(field, stage, ground))
          .find(usable);
  const chosen = usable(hand) ? hand : before;
  const gone = hand?.words.includes(undefined) ?? false;
  const made = chosen ? byHand(field, chosen, composed, ground, chosen === before) : byRecord(field, composed, gone, ground);
  return { ...made, tooLong: field.limit !== undefined && [...made.text.ja].length > field.limit.characters };
};

const routesOf = (ground: Ground): readonly DraftRoute[] =>
  (ground.form.routes ?? []).map(({ id, fact, leaves, ifUnknown, text }) => {
    const value = triOf(leaves, ground.facts);
    return { id, fact, text, known: value !== 1, leaves: value === 2 || (value === 1 && ifUnknown === 'leaves') };
  });

const namesOfPeople = ({ incident, organisation, wordsOf }: DraftSetting): readonly string[] =>
  [
    ...Object.values(incident.people).flatMap((p) => p.name.map((s) => s.value)),
    ...Object.values(organisation?.people ?? {}).flatMap((r) => r.map((s) => s.value)),
    ...Object.values(organisation?.contacts ?? {}).flatMap((r) => r.flatMap((s) => s.value.name ?? [])),
  ].flatMap((ref) => wordsOf(ref) ?? []);

/**
 * The draft of a report, made from the record. Pure: the same record gives the same words on every device. What is not
 * known is 「調査中」 where the form allows it, a gap where it does not, and never a "no".
 */
export const draftOf = (form: Form, stage: string, setting: DraftSetting): FilingDraft => {
  const ground = groundOf(form, stage, setting);
  const fields = form.fields.map((field) => fieldOf(field, ground));
  const named = fields.filter(({ field, text }) => field.from?.includes('card.name') && looksLikePerson(text.ja, namesOfPeople(setting)));
  return {
    form,
    stage,
    bundle: setting.knowledge.hash,
    fields,
    routes: routesOf(ground),
    warnings: named.map(({ field }) => ({ code: 'looks-like-person', field: field.id })),
  };
};
