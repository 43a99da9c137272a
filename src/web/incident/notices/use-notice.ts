import {
  answersOfBranch,
  type Form,
  fieldsOf,
  keyOf,
  type Lang,
  latest,
  nameOfNotice,
  nextIssue,
  type NoticeForm,
  type NoticeGap,
  noticeGaps,
  type NoticeWords,
  sayNotice,
  type Stated,
  withoutZone,
  wordsOfNotice,
} from '../../../core/index.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { writeSaid } from '../../duties/view/zone-time.ts';
import { typedIn } from '../duties/shelf.ts';
import { useIncident } from '../setting.ts';

type Issued = { readonly lang: Lang; readonly text: string | undefined; readonly way: string; readonly said: Stated<unknown> };

/** One notice as it is being written: recorded words under typed ones, what stands against it, what went out. */
export type OpenNotice = {
  readonly id: string;
  readonly notice: NoticeForm;
  readonly lang: Lang;
  readonly words: NoticeWords;
  readonly gaps: readonly NoticeGap[];
  readonly issued: readonly Issued[];
  /** The text as it would go out now, under its next number, with marks where words are missing. */
  readonly text: string;
  readonly type: (key: string, value: string) => void;
  /** Keeps what was typed in the record; false where that failed. */
  readonly keep: () => Promise<boolean>;
  /** The text with its number and time as it must be recorded before it goes out. */
  readonly prepare: () => { readonly text: string; readonly fields: Readonly<Record<string, string>> };
  readonly settle: () => void;
};

/** A date without a time, or a time without a date, as the boxes keep it: typed, and not said yet. */
const halfMoment = /^~(\d{4}-\d{2}-\d{2})?T(\d{2}:\d{2})?$/;

const noWords: Readonly<Record<string, string>> = {};

/** A notice for staff is counted apart from the one that goes outside. */
const groupOf = ({ form, text }: NoticeForm): string => (text.id === 'staff' ? `${form.id}.staff` : form.id);

/** The notice of this form in the incident, or a new one under an id that stays while it is typed. */
export const useNotice = (notice: NoticeForm, lang: Lang): OpenNotice => {
  const { id: incidentId, incident, wordsOf, speak, now } = useIncident();
  const isStaff = notice.text.id === 'staff';
  const group = groupOf(notice);
  const ofForm = Object.entries(incident.notices).filter(([, n]) => n.form.split('/')[0] === notice.form.id);
  const known = ofForm.find(([, n]) => (n.form.split('/')[1] === 'staff') === isStaff)?.[0];
  const [fresh] = useDraft(`${typedIn(incidentId)}.notice.${group}.id`, () => crypto.randomUUID());
  const id = known ?? fresh;
  const [typed, setTyped, drop] = useDraft(`${typedIn(incidentId)}.notice.${group}.words`, () => noWords);

  const recorded = wordsOfNotice(incident, id, wordsOf);
  // What is written for the notice outside also stands in the one for staff, until other words do.
  const beside = isStaff ? ofForm.find(([other]) => other !== id)?.[0] : undefined;
  const { version: _, issuedAt: __, ...borrowed } = beside ? wordsOfNotice(incident, beside, wordsOf) : {};
  const words: NoticeWords = { ...borrowed, ...recorded, ...typed };

  const issued = (Object.hasOwn(incident.notices, id) ? (incident.notices[id]?.issued ?? []) : []).map((said): Issued => {
    return { lang: said.value.lang, text: wordsOf(said.value.text), way: said.value.way, said };
  });
  const zone = incident.zone;
  const nowSaid = writeSaid(now, zone);
  const texts = issued.flatMap(({ lang: l, text }) => (text === undefined ? [] : [{ lang: l, text }]));
  const next = nextIssue(notice, words, lang, texts, nowSaid);
  const unsaid = (all: NoticeWords): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([key, value]) =>
        value !== undefined && value !== (recorded[key] ?? '') && !halfMoment.test(value) ? [[key, value]] : [],
      ),
    );

  return {
    id,
    notice,
    lang,
    words,
    gaps: noticeGaps(notice, next.words, { lang, answersOf: answersOfBranch(incident) }),
    issued,
    text: sayNotice(notice, next.words, lang, lang === 'ja' ? '［空き］' : '[empty]'),
    type: (key, value) => setTyped({ ...typed, [key]: value }),
    keep: async () => {
      const fields = unsaid(typed);
      if (Object.keys(fields).length === 0) return true;
      const sealed = Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, { text }]));
      return speak({ kind: 'notice.amended', body: { notice: id, form: nameOfNotice(notice), fields: sealed } });
    },
    prepare: () => {
      const at = nextIssue(notice, words, lang, texts, writeSaid(Date.now(), zone));
      const used = new Set(fieldsOf(notice).flatMap((f) => [keyOf(f, 'ja'), keyOf(f, 'en')]));
      const wanted = Object.fromEntries(Object.entries(at.words).filter(([key]) => used.has(key)));
      return { text: sayNotice(notice, at.words, lang), fields: unsaid(wanted) };
    },
    settle: () => {
      drop();
      setTyped(noWords);
    },
  };
};

/** The notice forms, and the text that fits what is known: of F-09 the one whose branch is settled. */
export const noticeFormsOf = (forms: readonly Form[]): readonly Form[] => forms.filter((f) => f.kind === 'notice');

/** When it went out: RFC 3339, without its zone. */
export const saidAtOf = ({ said }: Issued): string => withoutZone(said.saidAt);

/** Statements made apart about one field, where there is more than one. */
export const disputedIn = (notice: { readonly fields: Readonly<Record<string, readonly Stated<unknown>[]>> } | undefined, key: string) => {
  const register = notice && Object.hasOwn(notice.fields, key) ? notice.fields[key] : undefined;
  return register && register.length > 1 && latest(register) ? register : [];
};
