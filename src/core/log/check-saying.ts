import type { FactDef, FactId } from '../facts/fact.ts';
import { isRecord } from '../knowledge/is-record.ts';
import { orderOf, readMoment } from '../time/moment.ts';
import type { Kind } from './kinds.ts';
import { readSaid } from './said-at.ts';

/** What cannot stand in an entry although its form is right. `field` is its place in the body. */
export type SayingProblem =
  /** A reason or a name that holds nothing but blanks. */
  | { readonly code: 'blank-words'; readonly field: string }
  /** A moment of knowing that had not come when it was said: nobody knows it yet, and it would put off what is due. */
  | { readonly code: 'lies-ahead'; readonly field: string; readonly value: string };

type Saying = { readonly kind: string; readonly body: unknown; readonly saidAt: string };

/** Where a decision is told from a slip by its words: why, and who decided. */
const telling: { readonly [K in Kind]?: readonly string[] } = {
  'facts.corrected': ['reason'],
  'severity.set': ['reason'],
  'entry.corrected': ['reason'],
  'entry.withdrawn': ['reason'],
  'obligation.waived': ['reason', 'decidedBy'],
  'incident.closed': ['note'],
  'incident.reopened': ['reason'],
};

/** Spaces of every width, invisible signs, and the letters that are drawn as nothing. */
const blanks = /^[\s\p{Z}\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

const blankWords = ({ kind, body }: Saying, wordsOf: (words: unknown) => string | undefined): readonly SayingProblem[] => {
  const fields = Object.hasOwn(telling, kind) ? telling[kind as Kind] : undefined;
  return (fields ?? []).flatMap((field) => {
    const words = isRecord(body) ? wordsOf(body[field]) : undefined;
    return words !== undefined && blanks.test(words) ? [{ code: 'blank-words' as const, field }] : [];
  });
};

/** Clocks of devices differ by about as much. */
const slackMs = 120_000;

const liesAhead = (value: unknown, saidAt: string): value is string => {
  const [moment, said] = [typeof value === 'string' ? readMoment(value) : undefined, readSaid(saidAt)];
  return moment !== undefined && said !== undefined && orderOf(moment, 'Etc/GMT-14') > orderOf(said.moment, 'UTC') + slackMs;
};

/** The moment itself, or the earliest that is left of it. */
const earliest = (known: unknown): unknown => (isRecord(known) ? known.after : known);

const knownAhead = ({ body, saidAt }: Saying, starts: ReadonlySet<FactId>): readonly SayingProblem[] => {
  const { facts, learned } = isRecord(body) ? body : {};
  const named: readonly (readonly [string, unknown])[] = [
    ...Object.entries(isRecord(facts) ? facts : {}).flatMap(([fact, known]) =>
      starts.has(fact) ? [[`facts.${fact}`, earliest(known)] as const] : [],
    ),
    ...Object.entries(isRecord(learned) ? learned : {}).map(([fact, at]) => [`learned.${fact}`, at] as const),
  ];
  return named.flatMap(([field, value]) => (liesAhead(value, saidAt) ? [{ code: 'lies-ahead' as const, field, value }] : []));
};

/**
 * Names what cannot stand in an entry that is about to be said: a reason or a name made of blanks, a moment of knowing in
 * the future. `wordsOf` gives the words at a place of the body, undefined where they are not at hand.
 */
export const checkSaying = (
  facts: readonly Pick<FactDef, 'id' | 'start'>[],
  saying: Saying,
  wordsOf: (words: unknown) => string | undefined,
): readonly SayingProblem[] => [
  ...blankWords(saying, wordsOf),
  ...knownAhead(saying, new Set(facts.flatMap(({ id, start }) => (start === 'awareness' ? [id] : [])))),
];
