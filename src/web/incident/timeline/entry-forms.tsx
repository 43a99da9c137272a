import { type FormEvent, type ReactNode, useState } from 'react';
import { type Draft, isPartRef } from '../../../core/index.ts';
import { eraseReasons, messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import type { Row } from './lines-of.ts';
import { readTime, TimeFields, type TypedTime } from './time-fields.tsx';

type FormProps = { readonly row: Row; readonly close: () => void };

export const Correct = ({ row, close }: FormProps): ReactNode => {
  const { say, speak, incident, wordsOf } = useIncident();
  const { entry } = row.line.record;
  const ref = isPartRef(entry.body.text) ? entry.body.text : undefined;
  const before = wordsOf(row.line.corrections.findLast((c) => c.value.text)?.value.text ?? ref) ?? '';
  const [text, setText] = useState(before);
  const [time, setTime] = useState<TypedTime>();
  const [reason, setReason] = useState('');
  const [error, setError] = useState('');
  const isNote = entry.kind === 'note.added' || entry.kind === 'incident.reported';
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const at = time ? readTime(time, incident.zone) : undefined;
    if (at && 'error' in at) return setError(say(at.error));
    const changed = isNote && text.trim() !== before && text.trim() !== '';
    if (!changed && !at) return setError(say(messages.needChange));
    if (reason.trim() === '') return setError(say(messages.needReason));
    const draft: Draft = {
      kind: 'entry.corrected',
      body: {
        corrects: entry.id,
        reason: { text: reason.trim() },
        ...(changed && { text: { text: text.trim() } }),
        ...(at && { happenedAt: at.moment }),
      },
    };
    if (await speak(draft)) close();
  };
  return (
    <form className="act-form" onSubmit={(event) => void save(event)}>
      <p className="soft">{say(messages.correctSays)}</p>
      {isNote && (
        <label className="field">
          <span>{say(messages.newText)}</span>
          <textarea data-still rows={2} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      )}
      <button
        type="button"
        className="link"
        aria-expanded={time !== undefined}
        onClick={() => setTime(time ? undefined : { date: '', clock: '' })}
      >
        {say(messages.newTime)}
      </button>
      {time && <TimeFields time={time} change={setTime} />}
      <label className="field">
        <span>{say(messages.whyCorrect)}</span>
        <input data-still value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className="error" role="alert">
        {error}
      </p>
      <button type="submit" className="btn">
        {say(messages.correct)}
      </button>
    </form>
  );
};

export const Withdraw = ({ row, close }: FormProps): ReactNode => {
  const { say, speak } = useIncident();
  const [reason, setReason] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const why = reason.trim() === '' ? {} : { reason: { text: reason.trim() } };
    if (await speak({ kind: 'entry.withdrawn', body: { withdraws: row.id, ...why } })) close();
  };
  return (
    <form className="act-form" onSubmit={(event) => void save(event)}>
      <p className="soft">{say(messages.withdrawSays)}</p>
      <label className="field">
        <span>{say(messages.whyWithdraw)}</span>
        <input data-still value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <button type="submit" className="btn">
        {say(messages.withdraw)}
      </button>
    </form>
  );
};

type Why = keyof typeof eraseReasons;

export const Erase = ({ parts, close }: { readonly parts: readonly string[]; readonly close: () => void }): ReactNode => {
  const { say, speak } = useIncident();
  const [why, setWhy] = useState<Why>('mistake');
  const erase = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await speak({ kind: 'part.erased', body: { parts, reason: why } })) close();
  };
  return (
    <form className="act-form" onSubmit={(event) => void erase(event)}>
      <p>
        <b>{say(messages.eraseTitle)}</b>
      </p>
      <p>{say(messages.eraseStays)}</p>
      <p>{say(messages.eraseWhere)}</p>
      <label className="field">
        <span>{say(messages.eraseWhy)}</span>
        <select value={why} onChange={(event) => setWhy(event.target.value as Why)}>
          {(Object.keys(eraseReasons) as Why[]).map((id) => (
            <option key={id} value={id}>
              {say(eraseReasons[id])}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn danger">
        {say(messages.eraseDo)}
      </button>
    </form>
  );
};
