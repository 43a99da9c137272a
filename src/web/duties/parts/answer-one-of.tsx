import { type FormEvent, type ReactNode, useState } from 'react';
import { messages } from '../messages.ts';
import { AnswerEnd } from './answer-end.tsx';
import type { FormProps } from './form-props.ts';
import { useSetting } from './setting.ts';

/** Above this many answers a list to choose from is quicker than buttons. */
const longList = 15;

export const AnswerOneOf = ({ def, value, answer }: FormProps): ReactNode => {
  const { say } = useSetting();
  const values = def.values ?? [];
  const [picked, setPicked] = useState(typeof value === 'string' ? value : undefined);
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (picked === undefined) setError(say(messages.pickOne));
    else answer(picked);
  };
  return (
    <form onSubmit={submit} noValidate>
      {values.length > longList ? (
        <label className="field">
          <span>{say(messages.pickFromList)}</span>
          <select value={picked ?? ''} onChange={(event) => setPicked(event.target.value || undefined)}>
            <option value="" />
            {values.map((v) => (
              <option key={v.id} value={v.id}>
                {say(v.label)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <div className="choices">
          {values.map((v) => (
            <label key={v.id}>
              <input type="radio" name={def.id} value={v.id} checked={picked === v.id} onChange={() => setPicked(v.id)} />
              <span>{say(v.label)}</span>
            </label>
          ))}
        </div>
      )}
      <AnswerEnd id={`${def.id}-error`} error={picked === undefined ? error : undefined} later={() => answer(null)} />
    </form>
  );
};
