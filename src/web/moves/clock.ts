import { make, makeButton } from './dom.ts';
import type { Words } from './words.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Elapsed time as HH:MM:SS; hours go on counting past a day. Below zero reads as zero. */
export const sayElapsed = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** The device's own civil time, as an `input type=datetime-local` writes it. */
export const toLocalInput = (at: number): string => {
  const d = new Date(at);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
};

/** Clock time on the device; with day and weekday when it is not today. */
export const sayTime = (at: number, now: number, lang: string): string => {
  const d = new Date(at);
  const time = `${two(d.getHours())}:${two(d.getMinutes())}`;
  if (d.toDateString() === new Date(now).toDateString()) return time;
  return `${d.toLocaleDateString(lang, { month: 'numeric', day: 'numeric', weekday: 'short' })} ${time}`;
};

export type ClockParts = {
  readonly words: Words;
  readonly keeps: boolean;
  readonly now: () => number;
  readonly noticedAt: () => number;
  /** The page belongs to an incident: clearing it only lets go of it. */
  readonly isRecorded: () => boolean;
  readonly onNoticed: (at: number) => void;
  readonly onClear: () => void;
  readonly onRestore: () => void;
};

/**
 * The running clock, and below it the panel in which the moment is changed or everything kept is cleared.
 * The clock is not announced while it runs.
 */
export const startClock = (bar: HTMLElement, parts: ClockParts): void => {
  const { words } = parts;
  const face = make('time', '', { role: 'timer' });
  /** Where what is marked lies; the line of the record says it while there is one. */
  const kept = (): string => (parts.isRecorded() ? '' : parts.keeps ? words.kept : words.notKept);
  const note = make('p', '', { role: 'status' });
  const input = make('input', '', { type: 'datetime-local', id: 'noticed-at' });
  const label = make('label', words.noticed, { for: 'noticed-at' });
  label.append(input);
  const restore = makeButton(
    words.undo,
    () => {
      parts.onRestore();
      settle(kept());
      input.focus();
    },
    { class: 'tool', hidden: '' },
  );
  const settle = (text: string): void => {
    note.textContent = text;
    restore.hidden = text !== words.cleared && text !== words.letGo;
    input.value = toLocalInput(parts.noticedAt());
    draw();
  };
  const draw = (): void => {
    face.textContent = sayElapsed(parts.now() - parts.noticedAt());
  };
  input.addEventListener('change', () => {
    const at = new Date(input.value).getTime();
    if (Number.isNaN(at)) return;
    if (at > parts.now()) {
      note.textContent = words.future;
      input.setAttribute('aria-invalid', 'true');
      return;
    }
    input.removeAttribute('aria-invalid');
    parts.onNoticed(at);
    settle(kept());
  });
  const clear = makeButton(
    words.clear,
    () => {
      const text = parts.isRecorded() ? words.letGo : words.cleared;
      parts.onClear();
      settle(text);
      restore.focus();
    },
    { class: 'tool' },
  );
  const panel = make('div', '', { class: 'noticed', id: 'noticed', hidden: '' });
  panel.append(
    label,
    makeButton(
      words.now,
      () => {
        parts.onNoticed(parts.now());
        settle(kept());
      },
      { class: 'tool' },
    ),
    clear,
    note,
    restore,
  );
  const change = makeButton(
    words.change,
    () => {
      panel.hidden = !panel.hidden;
      clear.textContent = parts.isRecorded() ? words.another : words.clear;
      if (restore.hidden) settle(kept());
      change.setAttribute('aria-expanded', String(!panel.hidden));
      if (!panel.hidden) input.focus();
    },
    { 'aria-expanded': 'false', 'aria-controls': 'noticed', 'aria-label': words.changeTime },
  );
  bar.replaceChildren(make('span', words.since), face, change);
  bar.after(panel);
  input.value = toLocalInput(parts.noticedAt());
  draw();
  setInterval(draw, 1000);
};
