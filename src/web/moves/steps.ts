import { sayTime } from './clock.ts';
import { all, make, makeButton } from './dom.ts';
import type { CaseRecord } from './record.ts';
import type { Words } from './words.ts';

/** The one place a change goes through: it keeps the record, draws the page from it and says what changed. */
export type Change = (next: (record: CaseRecord) => CaseRecord, announce: string) => void;

export type Drawn = { readonly draw: (record: CaseRecord) => void };

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** Adds できた and できない to one step. A finished step collapses to a struck line with its time and 元に戻す. */
export const upgradeStep = (step: HTMLElement, words: Words, change: Change, now: () => number): Drawn => {
  const { id } = step;
  const heading = step.querySelector('h3');
  const acts = step.querySelector(':scope > .acts');
  const panel = step.querySelector<HTMLDetailsElement>(':scope > .acts > .cannot');
  if (!heading || !acts || !panel) return { draw: () => undefined };
  heading.id ||= `${id}-t`;
  panel.id ||= `${id}-c`;
  const title = heading.textContent ?? '';
  const did = makeButton(
    words.did,
    () => {
      change((record) => ({ ...record, done: { ...record.done, [id]: now() } }), words.markedDone(title));
      undo.focus();
    },
    { class: 'did', 'aria-describedby': heading.id },
  );
  const not = makeButton(
    words.cannot,
    () => {
      change((record) => {
        const open = record.cannot.includes(id);
        return { ...record, cannot: open ? record.cannot.filter((other) => other !== id) : [...record.cannot, id] };
      }, '');
      // The bar at the thumb must not hide what to do instead.
      if (panel.open) panel.scrollIntoView({ block: 'nearest' });
    },
    { 'aria-expanded': 'false', 'aria-controls': panel.id, 'aria-describedby': heading.id },
  );
  acts.prepend(did, not);
  const time = make('span', '');
  const undo = makeButton(
    words.undo,
    () => {
      change((record) => ({ ...record, done: without(record.done, id) }), words.undone(title));
      did.focus();
    },
    { class: 'tool', 'aria-describedby': heading.id },
  );
  const when = make('p', '', { class: 'when', hidden: '' });
  when.append(make('b', words.done), time, undo);
  heading.after(when);
  return {
    draw: (record) => {
      const at = record.done[id];
      step.classList.toggle('done', at !== undefined);
      when.hidden = at === undefined;
      if (at !== undefined) time.textContent = sayTime(at, now(), document.documentElement.lang);
      const open = record.cannot.includes(id);
      panel.open = open;
      not.setAttribute('aria-expanded', String(open));
    },
  };
};

/** Turns the three answers of a question into buttons; the chosen one lies open, pressing it again takes it back. */
export const upgradeBranch = (branch: HTMLElement, words: Words, change: Change): Drawn => {
  const { id } = branch;
  const group = branch.querySelector('.answers');
  const answers = all<HTMLDetailsElement>('.ans', branch);
  const buttons = answers.map((answer) => {
    const summary = answer.querySelector('summary');
    const label = summary?.textContent ?? '';
    const mine = answer.dataset.answer ?? '';
    const button = makeButton(
      '',
      () => {
        const taken = answer.open;
        const drops = answer.dataset.drops?.split(' ').length ?? 0;
        const said = words.answered(label) + (drops ? `${document.documentElement.lang === 'en' ? '. ' : '。'}${words.left(drops)}` : '');
        change(
          (record) => ({ ...record, answers: taken ? without(record.answers, id) : { ...record.answers, [id]: mine } }),
          taken ? words.answerTaken : said,
        );
      },
      { 'aria-pressed': 'false', 'aria-expanded': 'false', 'aria-controls': answer.id, ...(mine === 'unknown' ? { class: 'wide' } : {}) },
    );
    // The words with their places to break.
    if (summary) button.append(...summary.cloneNode(true).childNodes);
    return button;
  });
  group?.prepend(...buttons);
  return {
    draw: (record) => {
      answers.forEach((answer, i) => {
        const chosen = record.answers[id] === answer.dataset.answer;
        answer.open = chosen;
        buttons[i]?.setAttribute('aria-pressed', String(chosen));
        buttons[i]?.setAttribute('aria-expanded', String(chosen));
      });
    },
  };
};

/** Steps that the chosen answers take away. */
export const droppedBy = (record: CaseRecord): ReadonlySet<string> =>
  new Set(
    Object.entries(record.answers).flatMap(
      ([branch, answer]) => document.getElementById(`${branch}-${answer}`)?.dataset.drops?.split(' ') ?? [],
    ),
  );
