import { type FormEvent, type ReactNode, useState } from 'react';
import { messages } from '../messages.ts';
import { civilOf } from '../view/zone-time.ts';
import { useSetting } from './setting.ts';

const day = 86_400_000;

/** Nobody can know yet: puts the question off until a day, on which it comes back. */
export const AskAgain = ({ before, put }: { readonly before: string | undefined; readonly put: (until: string) => void }): ReactNode => {
  const { say, reader } = useSetting();
  const tomorrow = civilOf(reader.now + day, reader.zone).date;
  const [until, setUntil] = useState(before ?? tomorrow);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (until > civilOf(reader.now, reader.zone).date) put(until);
    else setWrong(true);
  };
  return (
    <details className="ask-again" open={before !== undefined || undefined}>
      <summary>{say(messages.askAgain)}</summary>
      <form onSubmit={submit} noValidate>
        <label className="field">
          <span>{say(messages.askAgainOn)}</span>
          <input
            type="date"
            min={tomorrow}
            value={until}
            aria-invalid={wrong}
            aria-describedby="ask-again-wrong"
            onChange={(event) => {
              setWrong(false);
              setUntil(event.target.value);
            }}
          />
        </label>
        <p className="error" id="ask-again-wrong" role="alert">
          {wrong && say(messages.askAgainError)}
        </p>
        <button type="submit" className="btn">
          {say(messages.putOff)}
        </button>
      </form>
    </details>
  );
};
