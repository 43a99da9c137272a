import { canonicalJson } from '../knowledge/canonical-json.ts';
import type { FilingDraft } from './draft.ts';
import type { Form } from './form.ts';

/** A draft as it was approved: the words of each field in the language of the authority, and the knowledge it was made with. */
export type FrozenDraft = {
  readonly version: 1;
  readonly form: string;
  readonly stage: string;
  readonly bundle: string;
  readonly fields: Readonly<Record<string, string>>;
};

const wordsOf = (draft: FilingDraft): Readonly<Record<string, string>> =>
  Object.fromEntries(draft.fields.map(({ field, text }) => [field.id, text[draft.form.lang ?? 'ja']]));

/** The bytes that an approval freezes: canonical JSON, so that the same draft is the same bytes everywhere. */
export const canonicalDraft = (draft: FilingDraft): string => {
  const frozen: FrozenDraft = { version: 1, form: draft.form.id, stage: draft.stage, bundle: draft.bundle, fields: wordsOf(draft) };
  return canonicalJson(frozen);
};

const isWords = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((v) => typeof v === 'string');

/** Reads a frozen draft; undefined for words that are none. */
export const readFrozenDraft = (text: string): FrozenDraft | undefined => {
  try {
    const raw = JSON.parse(text) as Partial<FrozenDraft> | null;
    return raw?.version === 1 && typeof raw.form === 'string' && typeof raw.stage === 'string' && isWords(raw.fields)
      ? (raw as FrozenDraft)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Fields whose words are no longer those that were frozen. */
export const changedSince = (frozen: FrozenDraft, draft: FilingDraft): readonly string[] => {
  const now = wordsOf(draft);
  return Object.keys({ ...frozen.fields, ...now }).filter((id) => (frozen.fields[id] ?? '') !== (now[id] ?? ''));
};

/** How an empty field is written: never as "none". */
const empty = { ja: '（未記入）', en: '(not filled in)' } as const;

/**
 * The whole report as plain text for copying and printing, from frozen words or those of a draft. Fields that may stay empty
 * and are empty are left out.
 */
export const plainDraft = (
  form: Form,
  words: Readonly<Record<string, string>>,
  stage: string,
  lang: 'ja' | 'en' = form.lang ?? 'ja',
): string => {
  const label = form.stages?.find((s) => s.id === stage)?.label[lang];
  const title = label === undefined ? form.title[lang] : `${form.title[lang]}${lang === 'ja' ? `（${label}）` : ` (${label})`}`;
  const sections = form.sections.flatMap((section) => {
    const fields = form.fields.filter((f) => f.section === section.id && ((words[f.id] ?? '') !== '' || f.required));
    if (fields.length === 0) return [];
    const lines = fields.map((f) => {
      const said = words[f.id] || empty[lang];
      const colon = lang === 'ja' ? '：' : ': ';
      return said.includes('\n') ? `${f.label[lang]}${colon.trim()}\n${said}` : `${f.label[lang]}${colon}${said}`;
    });
    return [`${lang === 'ja' ? `【${section.label.ja}】` : section.label.en}\n${lines.join('\n')}`];
  });
  return `${[title, ...sections].join('\n\n')}\n`;
};

/** The words of a draft by field, in one language. */
export const wordsOfDraft = (draft: FilingDraft, lang: 'ja' | 'en'): Readonly<Record<string, string>> =>
  Object.fromEntries(draft.fields.map(({ field, text }) => [field.id, text[lang]]));
