import { openRecord, type Record } from '../record/open-record.ts';
import { type CardContact, type CardKept, type CardValues, readCard, writeCard } from './card-kept.ts';
import { type Apart, type CardInLog, cardOf, changesOfCard, joinDraft, viewOfCard } from './card-log.ts';
import { type CardWords, cardWordsFor } from './card-words.ts';
import { make, makeButton } from './dom.ts';

// Loaded on the page of the card, and elsewhere only where the server has a newer card.

const empty: CardValues = { name: '', contacts: [], places: [] };
const nothing: CardInLog = { seq: 0, values: empty, apart: [], names: [], twins: [] };
const roles = ['day', 'night', 'boss', 'vendor', 'insurer'] as const;

let opened: Promise<Record> | undefined;
const open = (): Promise<Record> => {
  opened ??= openRecord();
  return opened;
};

/** Takes the card from the log into what the pages read, and says a draft in the log now that there is one. */
const settle = async (record: Record): Promise<CardInLog | undefined> => {
  const view = await viewOfCard(record);
  if (!view) return undefined;
  const inLog = cardOf(view);
  const { draft } = readCard() ?? {};
  if (!draft) {
    writeCard({ seq: inLog.seq, values: inLog.values });
    return inLog;
  }
  const drafts = changesOfCard(inLog, joinDraft(draft, inLog));
  if (drafts.length > 0 && !(await record.speak(view.log, drafts)).ok) return inLog;
  const after = cardOf(await record.view(view.log));
  writeCard({ seq: after.seq, values: after.values });
  return after;
};

/** How long the pages wait for what the server has; they show what is here meanwhile. */
const patience = 8_000;

/** Brings the kept card up to what the server has (`seq`), or to what came in time. */
export const refresh = async (seq: number): Promise<void> => {
  const record = await open();
  const log = await record.organisation();
  if (log === undefined) return;
  const isBehind = async (): Promise<boolean> => (await record.view(log)).head.seq < seq;
  if (await isBehind())
    await new Promise<void>((resolve) => {
      const stop = record.watch(log, async () => {
        if (!(await isBehind())) resolve(stop());
      });
      setTimeout(() => resolve(stop()), patience);
    });
  await settle(record);
};

type Shown = { readonly read: () => CardValues; readonly wrong: (place: 'empty' | HTMLInputElement | undefined) => void };

/** The card as a form. It is drawn at once from what this browser has, then brought up to date unless someone is writing. */
const edit = async (form: HTMLElement): Promise<void> => {
  const words = cardWordsFor(document.documentElement.lang);
  const kept = readCard();
  let inLog: CardInLog = { ...nothing, values: kept?.values ?? empty };
  let touched = false;
  let shown = drawForm(form, kept?.draft ?? inLog.values, inLog, words);
  form.addEventListener('input', () => {
    touched = true;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  let stop = (): void => {};
  const status = (text: string): void => {
    const line = document.getElementById('card-status');
    if (line) line.textContent = text;
  };
  const keepDraft = (values: CardValues): void => {
    const next: CardKept = { ...(readCard() ?? { seq: 0, values: empty }), draft: values };
    status(writeCard(next) ? words.draft : words.notHere);
  };
  const save = async (): Promise<void> => {
    const values = shown.read();
    const problem = problemOf(form, values);
    shown.wrong(problem);
    if (problem) return status(problem === 'empty' ? words.empty : words.wrongPhone);
    const record = await open();
    const view = await viewOfCard(record).catch(() => undefined);
    if (!view) return keepDraft(values);
    const before = cardOf(view);
    const drafts = changesOfCard(before, values);
    if (drafts.length > 0 && !(await record.speak(view.log, drafts)).ok) return status(words.notKept);
    inLog = cardOf(await record.view(view.log));
    const here = writeCard({ seq: inLog.seq, values: inLog.values });
    touched = false;
    shown = drawForm(form, inLog.values, inLog, words);
    const say = (): void => status(record.sync.state().waiting === 0 ? words.shared : here ? words.saved : words.notHere);
    say();
    stop();
    stop = record.sync.watch(say);
  };
  const record = await open();
  // What others write comes in here too, and never under the hand of someone who is writing.
  const update = async (): Promise<void> => {
    const fresh = await settle(record).catch(() => undefined);
    if (!fresh || touched || fresh.seq === inLog.seq) return;
    inLog = fresh;
    shown = drawForm(form, fresh.values, fresh, words);
  };
  await update();
  const log = await record.organisation();
  if (log !== undefined) record.watch(log, () => void update());
};

const phoneOk = (phone: string): boolean => phone === '' || (phone.normalize('NFKC').match(/\d/g) ?? []).length >= 3;

const problemOf = (form: HTMLElement, values: CardValues): 'empty' | HTMLInputElement | undefined => {
  const wrong = [...form.querySelectorAll<HTMLInputElement>('input[type=tel]')].find((input) => !phoneOk(input.value.trim()));
  if (wrong) return wrong;
  const said = values.name || values.prefecture || values.places.length > 0 || values.contacts.some((c) => c.name || c.phone);
  return said ? undefined : 'empty';
};

const field = (
  label: string,
  attributes: Readonly<{ [name: string]: string }>,
  value: string,
): { readonly box: HTMLElement; readonly input: HTMLInputElement } => {
  const box = make('label', '', { class: 'field' });
  const input = make('input', '', attributes);
  input.value = value;
  box.append(make('span', label), input);
  return { box, input };
};

type ContactField = {
  readonly box: HTMLElement;
  readonly read: () => CardContact;
  readonly set: (contact: Pick<CardContact, 'name' | 'phone'>) => void;
};

const contactField = (role: (typeof roles)[number], before: CardContact | undefined, words: CardWords): ContactField => {
  const id = before?.id ?? crypto.randomUUID();
  const box = make('fieldset', '', { class: 'contact' });
  const name = field(words.who, { type: 'text', autocomplete: 'off' }, before?.name ?? '');
  const phone = field(
    words.phone,
    { type: 'tel', inputmode: 'tel', autocomplete: 'off', 'aria-describedby': 'card-status' },
    before?.phone ?? '',
  );
  const pair = make('div', '', { class: 'pair' });
  pair.append(name.box, phone.box);
  box.append(make('legend', words[role]), pair);
  return {
    box,
    read: () => ({ id, role, name: name.input.value.trim(), phone: phone.input.value.trim() }),
    set: (contact) => {
      [name.input.value, phone.input.value] = [contact.name, contact.phone];
    },
  };
};

/** What was said apart, as buttons that put one of them into the form. */
const choices = (label: string, said: readonly string[], use: (index: number) => void, words: CardWords): HTMLElement => {
  const box = make('div', '', { class: 'advice', role: 'note' });
  box.append(make('p', words.apart(label)), ...said.map((text, i) => makeButton(words.use(text), () => use(i), { class: 'tool' })));
  return box;
};

const apartOf = (apart: readonly Apart[], fields: readonly ContactField[], words: CardWords): readonly HTMLElement[] =>
  apart.flatMap(({ about, said }) => {
    const target = fields.find((f) => f.read().id === about);
    const role = target?.read().role as (typeof roles)[number] | undefined;
    if (!target || !role) return [];
    return choices(
      words[role],
      said.map((c) => `${c.name} ${c.phone}`.trim()),
      (i) => target.set(said[i] ?? { name: '', phone: '' }),
      words,
    );
  });

/** The prefectures stand in the page, as the knowledge has them. */
const prefectureField = (value: string, words: CardWords) => {
  const offered = document.querySelector<HTMLTemplateElement>('#prefectures')?.content.querySelector('select');
  if (!offered) return undefined;
  const select = offered.cloneNode(true) as HTMLSelectElement;
  select.value = value;
  const box = make('label', '', { class: 'field' });
  box.append(make('span', words.prefecture), select);
  return { box, select };
};

const drawForm = (form: HTMLElement, values: CardValues, inLog: CardInLog, words: CardWords): Shown => {
  const name = field(words.name, { type: 'text', autocomplete: 'organization' }, values.name);
  const place = prefectureField(values.prefecture ?? '', words);
  const fields = roles.map((role) =>
    contactField(
      role,
      values.contacts.find((c) => c.role === role),
      words,
    ),
  );
  const [day, night, ...others] = fields as [ContactField, ContactField, ...ContactField[]];
  night.box.append(makeButton(words.sameAsDay, () => night.set(day.read()), { class: 'tool' }));
  const more = make('details', '');
  more.open = others.some((f) => f.read().phone || f.read().name);
  more.append(make('summary', words.more), ...others.map((f) => f.box));
  const places = make('textarea', '', { rows: '5', 'aria-describedby': 'places-hint' });
  places.value = values.places.map((p) => p.name).join('\n');
  const placesBox = make('label', '', { class: 'field' });
  placesBox.append(make('span', words.places), places);
  const nameApart =
    inLog.names.length > 1
      ? [
          choices(
            words.name,
            inLog.names,
            (i) => {
              name.input.value = inLog.names[i] ?? '';
            },
            words,
          ),
        ]
      : [];
  const status = document.getElementById('card-status') ?? make('p', '', { id: 'card-status', role: 'status' });
  const acts = make('div', '', { class: 'acts' });
  acts.append(
    make('button', words.save, { type: 'submit', class: 'btn main' }),
    makeButton(words.print, () => print(), { class: 'btn' }),
    make('a', words.home, { class: 'btn', href: `/${document.documentElement.lang}/` }),
  );
  form.replaceChildren(
    name.box,
    ...nameApart,
    ...apartOf(inLog.apart, fields, words),
    ...(place ? [place.box] : []),
    day.box,
    night.box,
    placesBox,
    make('p', words.placesHint, { class: 'soft', id: 'places-hint' }),
    more,
    status,
    acts,
  );
  return {
    read: () => ({
      name: name.input.value.trim(),
      prefecture: place?.select.value ?? values.prefecture ?? '',
      contacts: fields.map((f) => f.read()),
      places: placesIn(places.value, values),
    }),
    wrong: (place) => {
      for (const input of form.querySelectorAll('input')) input.setAttribute('aria-invalid', String(input === place));
      if (place instanceof HTMLInputElement) place.focus();
    },
  };
};

/** One department a line. A name that was there keeps its id, so that an incident goes on with the same department. */
const placesIn = (text: string, before: CardValues): CardValues['places'] => {
  const names = [...new Set(text.split('\n').map((line) => line.trim().normalize('NFC')))].filter((line) => line !== '');
  return names.map((name) => before.places.find((p) => p.name === name) ?? { id: crypto.randomUUID(), name });
};

const form = document.getElementById('card-form');
if (form) edit(form).catch(() => {});
