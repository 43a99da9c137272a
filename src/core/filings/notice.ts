import type { Lang } from '../knowledge/text.ts';
import type { AnswerId } from '../response/playbook.ts';
import { placeInTime, readSaid } from '../log/said-at.ts';
import { sayFormal } from './say-values.ts';
import type { Form, FormField, FormText, Settled } from './form.ts';
import { hostsOf, liveAddresses } from './live-address.ts';
import { fillPlaces, placesIn } from './places.ts';
import { says, saysNothing } from './wording.ts';

/** A notice is one text of a form: F-08 has one, F-09 has one for each type. */
export type NoticeForm = { readonly form: Form; readonly text: FormText };

/** What was written, by `keyOf` a field: words, ids of options with a space between, a moment, or `waiting`. */
export type NoticeWords = Readonly<Record<string, string | undefined>>;

export type NoticeContext = {
  readonly lang: Lang;
  /** What was answered to a branch of a playbook: nothing while it is open, several answers where people answered apart. */
  readonly answersOf: (branch: string) => readonly AnswerId[];
};

/** The value of a field that is not known yet and says so. */
export const waiting = '?';

/** The notice that a name in the log stands for: `F-08`, or with the id of a text, `F-09/type-a`. */
export const noticeFormOf = (forms: readonly Form[], name: string): NoticeForm | undefined => {
  const [id, textId] = name.split('/');
  const form = forms.find((f) => f.id === id && f.kind === 'notice');
  const text = textId === undefined ? form?.texts?.[0] : form?.texts?.find((t) => t.id === textId);
  return form && text && { form, text };
};

/** How the log names one text of a form. */
export const nameOfNotice = ({ form, text }: NoticeForm): string => (form.texts?.length === 1 ? form.id : `${form.id}/${text.id}`);

/** True where both languages share one value. */
export const isShared = (field: FormField): boolean =>
  field.input !== undefined || field.options !== undefined || field.from?.[0] === 'record.notices';

/** Under which name a field is kept: with its language, where each language has words of its own. */
export const keyOf = (field: FormField, lang: Lang): string => (isShared(field) ? field.id : `${field.id}.${lang}`);

/** The fields that a text has places for, in the order of the form. */
export const fieldsOf = ({ form, text }: NoticeForm): readonly FormField[] => {
  const used = new Set(placesIn(text.text.ja));
  return form.fields.filter(({ id }) => used.has(id));
};

/** On the clock of the zone that the writer named; Japan's where none was. */
const sayMoment = (written: string, lang: Lang): string => sayFormal(written, readSaid(written)?.zone ?? 'Asia/Tokyo')[lang];

const chosen = (field: FormField, value: string, lang: Lang): readonly string[] => {
  const ids = value.split(' ');
  return (field.options ?? []).flatMap((o) => (ids.includes(o.id) ? [o.text[lang]] : []));
};

/** A field in the words of the text; empty while nothing is written. Several answers are one line each. */
const sayField = (field: FormField, words: NoticeWords, lang: Lang): readonly string[] => {
  const value = words[keyOf(field, lang)]?.trim();
  if (!value) return [];
  if (value === waiting) return field.waits ? [field.waits[lang]] : [];
  if (field.options) return chosen(field, value, lang);
  return [field.input === 'moment' || field.id === 'issuedAt' ? sayMoment(value, lang) : value];
};

/** One line of the text. A line that is nothing but one place has a line for each of several answers. */
const sayLine = (line: string, saidOf: (place: string) => readonly string[], lang: Lang): readonly string[] => {
  const places = placesIn(line);
  if (places.length === 0) return [line];
  if (places.every((p) => saidOf(p).length === 0)) return [];
  const [alone] = places;
  if (alone !== undefined && line.trim() === `{${alone}}`) {
    const said = saidOf(alone);
    return said.length > 1 ? said.map((s) => `${lang === 'ja' ? '・' : '- '}${s}`) : said;
  }
  return [fillPlaces(line, (place) => saidOf(place).join(lang === 'ja' ? '、' : ', '))];
};

/**
 * The notice as it would go out: one paragraph a line, the first is its heading. Deterministic. `blank` stands for locked
 * fields that are empty, so that a draft shows where words are missing.
 */
export const sayNotice = (notice: NoticeForm, words: NoticeWords, lang: Lang, blank?: string): string => {
  const byId = new Map(notice.form.fields.map((f) => [f.id, f]));
  const saidOf = (place: string): readonly string[] => {
    const field = byId.get(place);
    const said = field ? sayField(field, words, lang) : [];
    return said.length === 0 && field?.locked && blank !== undefined ? [blank] : said;
  };
  const lines = notice.text.text[lang].split('\n').flatMap((line) => (line.trim() === '' ? [] : sayLine(line.trim(), saidOf, lang)));
  return lines.join('\n');
};

/** Whether the branches that something hangs on are settled so that it holds; what hangs on a field is not told here. */
export const branchesHold = (settled: Settled | undefined, answersOf: NoticeContext['answersOf']): boolean => {
  if (settled === undefined || !('branch' in settled)) return true;
  const [answer, ...others] = answersOf(settled.branch);
  const { unless } = settled;
  const denied = unless !== undefined && answersOf(unless.branch).some((a) => unless.in.includes(a));
  return answer !== undefined && others.length === 0 && settled.in.includes(answer) && !denied;
};

const holds = (settled: Settled, notice: NoticeForm, words: NoticeWords, { lang, answersOf }: NoticeContext): boolean => {
  if ('branch' in settled) return branchesHold(settled, answersOf);
  const field = notice.form.fields.find((f) => f.id === settled.field);
  const value = field && words[keyOf(field, lang)];
  return value !== undefined && settled.in.includes(value);
};

/** The organisation's own hosts: what stands in the fields that ask for its own page, domain or mail address. */
const ownHosts = ({ form }: NoticeForm, words: NoticeWords): readonly string[] =>
  form.fields.flatMap(({ id, input }) => (input === 'page' || input === 'domain' || input === 'mail' ? hostsOf(words[id] ?? '') : []));

/** What stands against issuing: a locked field that is empty, or something that must not be said. `field` is its key, or `text`. */
export type NoticeGap =
  | { readonly field: string; readonly why: 'empty' }
  | { readonly field: string; readonly why: 'not-a-moment' }
  /** It comes before the moment of the field `after`. */
  | { readonly field: string; readonly why: 'wrong-order'; readonly after: string }
  | { readonly field: string; readonly why: 'live-address'; readonly host: string }
  | { readonly field: string; readonly why: 'never'; readonly index: number }
  | { readonly field: 'text'; readonly why: 'unsettled' }
  | { readonly field: 'text'; readonly why: 'changed' };

/** The lines of a text that have no place in them: they always stand. */
const fixedLines = ({ text }: NoticeForm, lang: Lang): readonly string[] =>
  text.text[lang]
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && placesIn(line).length === 0);

/** A locked field holds something a reader can use: words, a number to call, a domain; a dash or "to be decided" is nothing. */
const tellsNothing = ({ input, options }: FormField, value: string): boolean => {
  if (value === waiting || options !== undefined || input === 'moment') return false;
  if (input === 'phone') return (value.normalize('NFKC').match(/\d/g) ?? []).length < 3;
  return input === 'domain' ? hostsOf(value).length === 0 : saysNothing(value);
};

const emptyFields = (notice: NoticeForm, words: NoticeWords, lang: Lang): readonly NoticeGap[] =>
  fieldsOf(notice).flatMap((field): readonly NoticeGap[] => {
    const key = keyOf(field, lang);
    const value = words[key]?.trim();
    if (field.locked && (sayField(field, words, lang).length === 0 || (value !== undefined && tellsNothing(field, value))))
      return [{ field: key, why: 'empty' }];
    return field.input === 'moment' && value && value !== waiting && !readSaid(value) ? [{ field: key, why: 'not-a-moment' }] : [];
  });

/** Moments that come before one that the form puts earlier. What is not known yet, or of another text, stands nowhere. */
const wrongOrder = (notice: NoticeForm, words: NoticeWords): readonly NoticeGap[] => {
  const used = new Set(fieldsOf(notice).map(({ id }) => id));
  const placed = (notice.form.order ?? []).flatMap((field) => {
    const value = used.has(field) ? words[field]?.trim() : undefined;
    return value !== undefined && readSaid(value) ? [{ field, at: placeInTime(value, 'UTC') }] : [];
  });
  return placed.flatMap(({ field, at }, i): readonly NoticeGap[] => {
    const later = placed.slice(0, i).find((earlier) => earlier.at > at);
    return later ? [{ field, why: 'wrong-order', after: later.field }] : [];
  });
};

/** Which words that must not be said stand in a text; each reason once. */
const saidTooEarly = (notice: NoticeForm, words: NoticeWords, context: NoticeContext, text: string): readonly number[] => {
  const nevers = notice.form.never ?? [];
  const said = nevers.flatMap((never, index) =>
    (says(text, never.words.ja) || says(text, never.words.en)) && !(never.unless && holds(never.unless, notice, words, context))
      ? [index]
      : [],
  );
  return said.filter((index, i) => said.findIndex((other) => nevers[other]?.why.ja === nevers[index]?.why.ja) === i);
};

const wrongWords = (notice: NoticeForm, words: NoticeWords, context: NoticeContext, frozen: string | undefined): readonly NoticeGap[] => {
  const own = ownHosts(notice, words);
  const written = fieldsOf(notice).map((f) => [keyOf(f, context.lang), sayField(f, words, context.lang).join(' ')] as const);
  const places = frozen === undefined ? written : [...written, ['text', frozen] as const];
  return places.flatMap(([field, text]): readonly NoticeGap[] => [
    ...liveAddresses(text, own).map((host) => ({ field, why: 'live-address' as const, host })),
    ...saidTooEarly(notice, words, context, text).map((index) => ({ field, why: 'never' as const, index })),
  ]);
};

/** The frozen text must hold every fixed line and every locked field as they were written. */
const isAsWritten = (notice: NoticeForm, words: NoticeWords, lang: Lang, frozen: string): boolean => {
  const lines = frozen.split('\n').map((line) => line.trim());
  const said = fieldsOf(notice).flatMap((f) => (f.locked ? sayField(f, words, lang) : []));
  return fixedLines(notice, lang).every((line) => lines.includes(line)) && said.every((s) => frozen.includes(s));
};

/**
 * Everything that stands against issuing a notice in one language. `frozen` is the text that is about to go out; without
 * it only the fields are looked at. A field whose words were erased or withheld counts as empty.
 */
export const noticeGaps = (notice: NoticeForm, words: NoticeWords, context: NoticeContext, frozen?: string): readonly NoticeGap[] => {
  const { needs } = notice.text;
  return [
    ...(needs && !holds(needs, notice, words, context) ? [{ field: 'text' as const, why: 'unsettled' as const }] : []),
    ...emptyFields(notice, words, context.lang),
    ...wrongOrder(notice, words),
    ...wrongWords(notice, words, context, frozen),
    ...(frozen !== undefined && !isAsWritten(notice, words, context.lang, frozen)
      ? [{ field: 'text' as const, why: 'changed' as const }]
      : []),
  ];
};

/** The names of what stands against issuing, for a refusal: a field alone where it is empty, else with why. */
export const lockedEmpty = (
  notice: NoticeForm,
  words: NoticeWords,
  context: NoticeContext & { readonly frozen?: string },
): readonly string[] => [
  ...new Set(noticeGaps(notice, words, context, context.frozen).map(({ field, why }) => (why === 'empty' ? field : `${field}:${why}`))),
];
