import { type FormEvent, type ReactNode, useState } from 'react';
import type { Known, Text } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { readNumber, type Typed, typeOf } from '../view/read-number.ts';
import { AnswerEnd } from './answer-end.tsx';
import type { FormProps } from './form-props.ts';
import { useSetting } from './setting.ts';
import { useDraft } from './use-draft.ts';

export const AnswerNumber = ({ def, value, answer }: FormProps): ReactNode => {
  const { say, scope } = useSetting();
  const [typed, setTyped, dropDraft] = useDraft<Typed>(`${scope}.${def.id}`, () => typeOf(value));
  const decide = (known: Known | null): void => {
    dropDraft();
    answer(known);
  };
  const [error, setError] = useState<string>();
  const errorId = `${def.id}-error`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readNumber(typed);
    if ('known' in read) decide(read.known);
    else setError(say(read.error === 'range' ? messages.rangeError : messages.numberError));
  };
  const box = (name: keyof Typed, label: Text): ReactNode => (
    <label className="field">
      <span>{say(label)}</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        value={typed[name]}
        aria-invalid={error !== undefined}
        aria-describedby={errorId}
        onChange={(event) => {
          setError(undefined);
          setTyped({ ...typed, [name]: event.target.value });
        }}
      />
    </label>
  );
  return (
    <form onSubmit={submit} noValidate>
      {box('exact', messages.number)}
      <details open={typed.least + typed.most !== '' || undefined}>
        <summary>{say(messages.roughly)}</summary>
        <div className="pair">
          {box('least', messages.atLeastAbout)}
          {box('most', messages.atMostAbout)}
        </div>
      </details>
      <AnswerEnd id={errorId} error={error} later={() => decide(null)} />
    </form>
  );
};
