import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { type Draft, isPartRef, partsIn } from '../../../core/index.ts';
import { eraseReasons, messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import type { Row } from './lines-of.ts';
import { readTime, TimeFields, type TypedTime } from './time-fields.tsx';

type Act = 'correct' | 'withdraw' | 'erase';

/** Kinds that stay in effect whatever is said later. */
const lasting = new Set(['incident.reported', 'incident.closed', 'incident.reopened', 'part.erased', 'entry.withdrawn']);

/** What can be done about an entry: correct it, take it back, erase its words. What was said stays, and says so. */
export const EntryActs = ({ row }: { readonly row: Row }): ReactNode => {
  const { say, parts } = useIncident();
  const { entry } = row.line.record;
  const [act, setAct] = useState<Act>();
  const handle = useRef<HTMLElement>(null);
  const gone = row.line.standing === 'withdrawn' || row.line.standing === 'refused' || row.line.standing === 'newer';
  const words = [entry.body, ...row.line.corrections.map((c) => c.value as never)].flatMap(partsIn).filter((ref) => {
    const part = parts.get(ref.part);
    return part && !('erased' in part);
  });
  const can = {
    correct: !gone && ('text' in entry.body || entry.kind === 'note.added' || entry.kind === 'action.done'),
    withdraw: !gone && !lasting.has(entry.kind),
    erase: words.length > 0,
  };
  if (!can.correct && !can.withdraw && !can.erase) return null;
  const close = (): void => {
    setAct(undefined);
    handle.current?.focus();
  };
  return (
    <details className="entry-acts" onToggle={(event) => !event.currentTarget.open && setAct(undefined)}>
      <summary ref={handle} aria-label={say(messages.act(row.words.text))}>
        {say(messages.actOpen)}
      </summary>
      <div className="act-row">
        {(['correct', 'withdraw', 'erase'] as const)
          .filter((a) => can[a])
          .map((a) => (
            <button key={a} type="button" className="tool" aria-pressed={act === a} onClick={() => setAct(act === a ? undefined : a)}>
              {say(messages[a])}
            </button>
          ))}
      </div>
      {act === 'correct' && <Correct row={row} close={close} />}
      {act === 'withdraw' && <Withdraw row={row} close={close} />}
      {act === 'erase' && <Erase parts={words.map((ref) => ref.part)} close={close} />}
    </details>
  );
};

type FormProps = { readonly row: Row; readonly close: () => void };

const Correct = ({ row, close }: FormProps): ReactNode => {
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

const Withdraw = ({ row, close }: FormProps): ReactNode => {
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

const Erase = ({ parts, close }: { readonly parts: readonly string[]; readonly close: () => void }): ReactNode => {
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
