import { type FormEvent, type ReactNode, useState } from 'react';
import type { Known } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { AnswerEnd } from './answer-end.tsx';
import type { FormProps } from './form-props.ts';
import { useSetting } from './setting.ts';

const membersOf = (value: Known | null | undefined): readonly string[] =>
  Array.isArray(value)
    ? (value as readonly string[])
    : typeof value === 'object' && value !== null && 'has' in value
      ? (value.has ?? [])
      : [];

/** Members that were ruled out one by one stay ruled out while the set is open. */
const ruledOut = (value: Known | null | undefined): readonly string[] =>
  typeof value === 'object' && value !== null && 'not' in value ? (value.not ?? []) : [];

export const AnswerSomeOf = ({ def, value, answer }: FormProps): ReactNode => {
  const { say } = useSetting();
  const [has, setHas] = useState(membersOf(value));
  const [whole, setWhole] = useState(Array.isArray(value));
  const [error, setError] = useState<string>();
  const empty = has.length === 0 && !whole;
  const toggle = (id: string): void => {
    const without = has.filter((m) => m !== id && m !== 'none' && id !== 'none');
    setHas(has.includes(id) ? has.filter((m) => m !== id) : [...without, id]);
    // 「どれでもない」 is an answer to all of them.
    if (id === 'none') setWhole(!has.includes(id));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const not = ruledOut(value).filter((m) => !has.includes(m));
    if (empty) setError(say(messages.pickSome));
    else answer(whole ? has : { has, ...(not.length > 0 && { not }) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="soft">{say(messages.someHint)}</p>
      <div className="choices">
        {(def.values ?? []).map((v) => (
          <label key={v.id}>
            <input type="checkbox" checked={has.includes(v.id)} onChange={() => toggle(v.id)} />
            <span>{say(v.label)}</span>
          </label>
        ))}
        <label className="whole">
          <input type="checkbox" checked={whole} onChange={() => setWhole(!whole)} />
          <span>{say(messages.noneElse)}</span>
        </label>
      </div>
      <AnswerEnd id={`${def.id}-error`} error={empty ? error : undefined} later={() => answer(null)} />
    </form>
  );
};
