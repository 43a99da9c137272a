import type { Text } from '../../core/index.ts';
import { make, makeButton } from './dom.ts';
import { askPlace, type Answer, type PlaceState } from './second-place-ask.ts';
import { type SecondPlaceWords, secondPlaceWordsFor } from './second-place-words.ts';

// Loaded on the page of the second place only.

const lang = document.documentElement.lang === 'en' ? 'en' : 'ja';
const words: SecondPlaceWords = secondPlaceWordsFor(lang);

/** Looked at often while something is on its way, else now and then. */
const pauseFor = ({ folder, lastCopyAt, behindSince, problem }: PlaceState): number =>
  folder !== null && (lastCopyAt === null || behindSince !== null || problem) ? 2_000 : 10_000;

const sayTime = (at: string): string =>
  new Date(at).toLocaleString(lang === 'ja' ? 'ja-JP' : 'en-GB', {
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

const line = (name: string, ...values: readonly (string | Node)[]): HTMLElement => {
  const [box, value] = [make('div', ''), make('dd', '')];
  value.append(...values);
  box.append(make('dt', name), value);
  return box;
};

const drawState = (box: HTMLElement, state: PlaceState): void => {
  if (state.folder === null) {
    box.replaceChildren(make('p', words.none));
    return;
  }
  const { folder, lastCopyAt, behindSince, problem, sameDisk } = state;
  const list = make('dl', '');
  list.append(
    line(words.here, make('code', folder)),
    line(words.last, lastCopyAt === null ? words.noCopy : make('b', sayTime(lastCopyAt))),
  );
  const lag =
    behindSince === null ? (lastCopyAt === null ? undefined : words.noLag) : `${words.behind(sayTime(behindSince))} ${words.soon}`;
  if (lag !== undefined) list.append(line(words.lag, lag));
  const notes = [problem && make('p', problem[lang], { class: 'trouble' }), sameDisk && make('p', words.sameDisk, { class: 'advice' })];
  box.replaceChildren(...notes.flatMap((note) => note || []), list);
};

/** That a new record was begun where there was one before, and what to do. */
const drawBegan = ({ began }: PlaceState, read: () => void): readonly HTMLElement[] => {
  if (!began) return [];
  const box = make('section', '', { class: 'advice' });
  box.append(
    make('h2', words.beganTitle),
    ...began.text[lang].split('\n').map((text) => make('p', text)),
    makeButton(words.beganRead, read, { class: 'btn' }),
  );
  return [box];
};

/** The key as a person writes it down: its beginning, then blocks of four. */
const blocksOf = (key: string): readonly string[] => {
  const at = key.lastIndexOf('1') + 1;
  return [key.slice(0, at), ...(key.slice(at).match(/.{1,4}/g) ?? [])];
};

type KeyActs = { readonly written: () => void; readonly say: (text: string) => void };

const drawKey = (box: HTMLElement, key: string, { written, say }: KeyActs): void => {
  const title = make('h2', words.keyTitle, { tabindex: '-1' });
  const shown = make('p', '', { class: 'key', translate: 'no' });
  shown.append(...blocksOf(key).flatMap((block) => [make('span', block), ' ']));
  const acts = make('div', '', { class: 'acts' });
  const copy = (): void =>
    void navigator.clipboard.writeText(key).then(
      () => say(words.copied),
      () => say(words.notCopied),
    );
  acts.append(
    makeButton(words.written, written, { class: 'btn main' }),
    makeButton(words.print, () => print(), { class: 'btn' }),
    makeButton(words.copy, copy, { class: 'btn' }),
  );
  box.replaceChildren(
    title,
    make('p', words.keyWhy),
    shown,
    make('p', words.keyLetters, { class: 'soft' }),
    make('p', words.keyWhere),
    make('p', words.keyUse, { class: 'soft' }),
    acts,
  );
  box.hidden = false;
  title.focus();
};

const drawForm = (form: HTMLFormElement) => {
  const input = make('input', '', {
    type: 'text',
    id: 'folder',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'folder-hint folder-wrong',
  });
  const wrong = make('p', '', { id: 'folder-wrong', role: 'alert', class: 'trouble' });
  const acts = make('div', '', { class: 'acts' });
  const leave = makeButton(words.cancel, () => {}, { class: 'btn' });
  acts.append(make('button', words.choose, { type: 'submit', class: 'btn main' }), leave);
  form.replaceChildren(
    make('label', words.folder, { for: 'folder' }),
    input,
    make('p', words.folderHint, { id: 'folder-hint', class: 'soft' }),
    wrong,
    acts,
  );
  return {
    input,
    leave,
    refuse: (text: string) => {
      wrong.textContent = text;
      input.setAttribute('aria-invalid', String(text !== ''));
      if (text !== '') input.focus();
    },
  };
};

const start = (root: HTMLElement): void => {
  const [beganBox, stateBox, keyBox, acts] = [
    make('div', ''),
    make('div', '', { class: 'place-state' }),
    make('section', '', { class: 'place-key' }),
    make('div', '', { class: 'acts' }),
  ];
  const form = make('form', '', { novalidate: '', class: 'card-form' });
  const status = make('p', '', { role: 'status', class: 'place-status' });
  keyBox.hidden = true;
  root.replaceChildren(beganBox, keyBox, stateBox, form, acts, status);
  const { input, leave, refuse } = drawForm(form);
  let [state, writing, drawn]: [PlaceState | undefined, boolean, string] = [undefined, false, ''];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    status.textContent = text;
  };

  const draw = (next: PlaceState): void => {
    state = next;
    const set = next.folder !== null;
    form.hidden = set && !writing;
    leave.hidden = !set;
    // What has not changed is left alone, so that nobody's place in the page moves.
    const now = JSON.stringify([next, writing, keyBox.hidden]);
    if (now === drawn) return;
    drawn = now;
    drawState(stateBox, next);
    beganBox.replaceChildren(...drawBegan(next, beganRead));
    const needsKey = set && !next.keyWritten && keyBox.hidden;
    acts.replaceChildren(
      ...(needsKey ? [make('p', words.keyOpen, { class: 'trouble' }), makeButton(words.keyShow, showKey, { class: 'btn main' })] : []),
      ...(set && !writing ? [makeButton(words.change, change, { class: 'btn' }), makeButton(words.stop, askStop, { class: 'btn' })] : []),
    );
  };
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    const answer = await askPlace();
    if (answer.state) draw(answer.state);
    else if (!state) say(words.offline);
    timer = setTimeout(look, state ? pauseFor(state) : 3_000);
  };
  /** One act of the owner. What was typed stays where it was until the server took it. */
  const act = async (body: object): Promise<Answer> => {
    clearTimeout(timer);
    const answer = await askPlace(body);
    timer = setTimeout(look, 1_000);
    return answer;
  };
  const sayRefusal = (wrong: Text | undefined): void => refuse(wrong?.[lang] ?? words.offline);
  const take = ({ state: next, recoveryKey }: Answer): void => {
    if (recoveryKey !== undefined) drawKey(keyBox, recoveryKey, { written, say });
    if (next) draw(next);
  };
  const written = async (): Promise<void> => {
    const { state: next } = await act({ keyWritten: true });
    if (!next) return say(words.offline);
    keyBox.hidden = true;
    keyBox.replaceChildren();
    draw(next);
    say(words.gone);
    acts.querySelector('button')?.focus();
  };
  const beganRead = async (): Promise<void> => {
    const { state: next } = await act({ beganRead: true });
    if (next) draw(next);
    else say(words.offline);
    input.focus();
  };
  const showKey = async (): Promise<void> => {
    const answer = await act({ keyWritten: false });
    if (answer.state) take(answer);
    else say(words.offline);
  };
  const change = (): void => {
    writing = true;
    if (state) draw(state);
    input.value = state?.folder ?? '';
    input.focus();
    input.select();
  };
  const askStop = (): void => {
    const stop = async (): Promise<void> => {
      const { state: next } = await act({ folder: null });
      if (!next) return say(words.offline);
      draw(next);
      say(words.stopped);
      input.focus();
    };
    const back = (): void => {
      drawn = '';
      if (state) draw(state);
      acts.querySelector('button')?.focus();
    };
    const yes = makeButton(words.stopYes, stop, { class: 'btn' });
    acts.replaceChildren(make('p', words.stopSure), yes, makeButton(words.cancel, back, { class: 'btn' }));
    yes.focus();
  };
  leave.addEventListener('click', () => {
    writing = false;
    refuse('');
    if (state) draw(state);
    acts.querySelector('button')?.focus();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (input.value.trim() === '') return refuse(words.missing);
    const answer = await act({ folder: input.value });
    if (!answer.state) return sayRefusal(answer.wrong);
    refuse('');
    say('');
    writing = false;
    take(answer);
    if (keyBox.hidden) acts.querySelector('button')?.focus();
  });
  void look();
};

const root = document.getElementById('second-place');
if (root) start(root);
