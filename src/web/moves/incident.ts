import { sayTime } from './clock.ts';
import { make, makeButton } from './dom.ts';
import { loadLog, openMark } from './load-log.ts';
import type { Note } from './offline.ts';
import type { Log } from './open-log.ts';
import { type CaseRecord, freshRecord } from './record.ts';
import type { Page, Said } from './said.ts';
import type { Words } from './words.ts';

type Parts = {
  readonly slug: string;
  readonly words: Words;
  readonly note: Note;
  readonly announce: (text: string) => void;
  /** What the page shows now, and how to show something else. */
  readonly read: () => CaseRecord;
  readonly show: (record: CaseRecord) => void;
  /** Keeps a record on the device outside the log. */
  readonly keep: (record: CaseRecord, set?: boolean) => void;
  readonly now: () => number;
};

/** The incident that a page belongs to. */
export type PageIncident = {
  /** Goes on with the incident that this page made, if it made one. */
  readonly join: () => void;
  /** Says a change in the log; false where there is none, and the page keeps it itself. */
  readonly say: (before: CaseRecord, after: CaseRecord) => boolean;
  readonly isRecorded: () => boolean;
  readonly leave: () => void;
  /** Undoes `leave`; false where there was nothing to leave. */
  readonly rejoin: () => boolean;
};

const language = document.documentElement.lang === 'en' ? 'en' : 'ja';
const addressOf = (log: string): string => `/${language}/incident/#${log.slice(log.indexOf(':') + 1)}`;
const hashed = /^#incident=([0-9a-f-]{36})$/;

/** The two large actions at the thumb: call, and begin the record. Where there is one already, it is opened. */
export const startIncident = ({ slug, words, note, announce, read, show, keep, now }: Parts): PageIncident => {
  const mark = openMark(slug);
  const { bundle = '', playbook = '', facts = '{}' } = document.body.dataset;
  const page: Page = { bundle, playbook, facts: JSON.parse(facts) as Page['facts'] };
  let [log, left]: [string | null, string | null] = [mark.read(), null];
  let said: Said | undefined;
  let record: Log | undefined;
  let stop: (() => void) | undefined;
  let saying = 0;
  /** Changes are said one after the other, each knowing the one before. */
  let queue: Promise<unknown> = Promise.resolve();

  const opener = make('a', words.openRecord, { class: 'btn main' });
  const beginner = makeButton(words.begin, () => begin(), { class: 'btn main' });
  const bar = document.querySelector('.thumb');
  bar?.lastElementChild?.replaceWith(beginner, opener);

  const sayState = (): void => {
    if (!record || log === null) {
      note.say('');
      return;
    }
    const { online, waiting, lastSharedAt, savedHere, problem } = record.sync.state();
    const time = lastSharedAt === undefined ? undefined : sayTime(lastSharedAt, now(), language);
    if (!savedHere && waiting > 0) note.say(words.notKept);
    else if (problem) note.say(problem[language]);
    else if (!online || !navigator.onLine) note.say(words.offlineKept(time));
    else if (waiting > 0 || time === undefined) note.say(words.keptHere, true);
    else note.say(words.shared(time), true);
  };
  const draw = (): void => {
    opener.hidden = log === null;
    beginner.hidden = log !== null;
    if (log !== null) opener.href = addressOf(log);
    sayState();
  };
  const look = async (): Promise<void> => {
    if (!record || log === null) return;
    said = await record.read(log);
    if (said.closed) return detach();
    const { done, answers, noticedAt } = said;
    // A change that is not said yet is not taken off the page for a moment.
    if (said.begun && saying === 0) show({ ...read(), done, answers, ...(noticedAt !== undefined && { noticedAt }) });
    draw();
  };
  const detach = (): void => {
    stop?.();
    mark.write(null);
    [log, said] = [null, undefined];
    draw();
  };
  const settle = (work: () => Promise<unknown>, failed = (): void => {}): void => {
    queue = queue.then(work).catch(failed);
  };
  /** What was ticked while the log was not open yet is said now; from here on every change goes to the log. */
  const attach = async (target: string): Promise<void> => {
    record = await loadLog();
    const first = await record.read(target);
    if (first.closed) return detach();
    said = first;
    const early = read();
    const { noticedAt = early.noticedAt } = first;
    const from = { ...early, done: first.done, answers: first.answers, noticedAt };
    const to = { ...early, done: { ...early.done, ...first.done }, answers: { ...first.answers, ...early.answers }, noticedAt };
    show(to);
    if (await record.change(target, from, to, first)) keep(freshRecord(now()), false);
    record.sync.watch(draw);
    stop = record.watch(target, () => settle(look));
    await look();
  };
  const begin = async (): Promise<void> => {
    if (beginner.getAttribute('aria-disabled') === 'true') return;
    beginner.setAttribute('aria-disabled', 'true');
    announce(words.beginning);
    const begun = await loadLog()
      .then((opened) => {
        record = opened;
        return opened.begin(read(), page);
      })
      .catch(() => undefined);
    beginner.removeAttribute('aria-disabled');
    if (begun === undefined || !record) return note.say(words.notSaid);
    log = begun;
    mark.write(begun);
    keep(freshRecord(now()), false);
    await leaveFor(record, begun);
  };
  /** Goes to the incident page. What this browser cannot keep must be shared before its page closes. */
  const leaveFor = async (opened: Log, target: string): Promise<void> => {
    const isSafe = (): boolean => opened.sync.state().savedHere || opened.sync.state().waiting === 0;
    if (!isSafe()) {
      draw();
      settle(() => attach(target));
      await new Promise<void>((resolve) => {
        const end = opened.sync.watch(() => {
          if (isSafe()) resolve(end());
        });
      });
    }
    location.assign(addressOf(target));
  };
  draw();
  addEventListener('offline', draw);
  addEventListener('online', draw);
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    log = mark.read();
    draw();
    if (log !== null && !said) settle(() => attach(log as string));
  });
  return {
    join: () => {
      const [, asked] = hashed.exec(location.hash) ?? [];
      if (asked !== undefined) {
        log = `incident:${asked}`;
        mark.write(log);
      }
      draw();
      if (log !== null) settle(() => attach(log as string));
    },
    say: (before, after) => {
      if (!record || log === null || !said) return false;
      saying++;
      settle(
        async () => {
          saying--;
          if (record && log !== null && said && !(await record.change(log, before, after, said))) throw new Error('not kept');
          await look();
        },
        () => {
          // Nothing is lost: the page keeps it itself, and says it in the log the next time.
          keep(after);
          announce(words.notSaid);
        },
      );
      return true;
    },
    isRecorded: () => log !== null,
    leave: () => {
      left = log;
      if (log !== null) detach();
    },
    rejoin: () => {
      if (left === null) return false;
      log = left;
      mark.write(left);
      settle(() => attach(left as string));
      return true;
    },
  };
};
