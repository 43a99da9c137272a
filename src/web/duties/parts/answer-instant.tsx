import { type FormEvent, type ReactNode, useState } from 'react';
import type { Known } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { readTyped, typedOf } from '../view/read-instant.ts';
import { sayMoment } from '../view/say-date.ts';
import { writeInstant } from '../view/zone-time.ts';
import { AnswerEnd } from './answer-end.tsx';
import type { FormProps } from './form-props.ts';
import { useSetting } from './setting.ts';
import { useDraft } from './use-draft.ts';

const errors = { day: messages.dayError, time: messages.timeError, future: messages.futureError } as const;

export const AnswerInstant = ({ def, value, answer }: FormProps): ReactNode => {
  const { say, reader, noticed, scope } = useSetting();
  const [typed, setTyped, dropDraft] = useDraft(`${scope}.${def.id}`, () => typedOf(value, reader.zone, Date.now()));
  const decide = (known: Known | null): void => {
    dropDraft();
    answer(known);
  };
  const [error, setError] = useState<keyof typeof errors>();
  const errorId = `${def.id}-error`;
  const change = (part: Partial<typeof typed>): void => {
    setError(undefined);
    setTyped({ ...typed, ...part });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readTyped(typed, reader.zone, Date.now(), def.start !== undefined);
    if ('known' in read) decide(read.known);
    else setError(read.error);
  };
  return (
    <form onSubmit={submit} noValidate>
      <button type="button" className="btn main now-btn" onClick={() => decide(writeInstant(Date.now(), reader.zone))}>
        {say(messages.now)}
      </button>
      {def.id === 'knownAt' && noticed !== undefined && (
        <button type="button" className="btn now-btn" onClick={() => decide(writeInstant(noticed, reader.zone))}>
          {say(messages.noticedThere(sayMoment(writeInstant(noticed, reader.zone), reader)))}
        </button>
      )}
      <fieldset className="pair">
        <legend className="vh">{say(messages.otherTime)}</legend>
        <label className="field">
          <span>{say(messages.day)}</span>
          <input
            type="date"
            value={typed.date}
            aria-invalid={error === 'day' || error === 'future'}
            aria-describedby={errorId}
            onChange={(event) => change({ date: event.target.value })}
          />
        </label>
        {!typed.dayOnly && (
          <label className="field">
            <span>{say(messages.time)}</span>
            <input
              type="time"
              value={typed.time}
              aria-invalid={error === 'time' || error === 'future'}
              aria-describedby={errorId}
              onChange={(event) => change({ time: event.target.value })}
            />
          </label>
        )}
      </fieldset>
      <div className="choices">
        <label>
          <input type="checkbox" checked={typed.dayOnly} onChange={() => change({ dayOnly: !typed.dayOnly })} />
          <span>{say(messages.dayOnly)}</span>
        </label>
      </div>
      <AnswerEnd id={errorId} error={error && say(errors[error])} later={() => decide(null)} />
    </form>
  );
};
