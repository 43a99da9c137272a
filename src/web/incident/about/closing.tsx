import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { blockersOf } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { sayWhen } from '../view/say-time.ts';
import { words } from './words.ts';

/** The end: what is still missing with a way to each, or the closing itself; and the way back. */
export const Closing = (): ReactNode => {
  const setting = useIncident();
  const { say, id, incident, duties, knowledge, speak, wordsOf } = setting;
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const closed = incident.state === 'closed';
  const blockers = useMemo(() => (closed || incident.drill ? [] : blockersOf(duties)), [closed, incident.drill, duties]);
  const said = text.trim();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (closed && said === '') return setError(say(messages.needReason));
    const kept = closed
      ? await speak({ kind: 'incident.reopened', body: { reason: { text: said } } })
      : await speak({ kind: 'incident.closed', body: { bundle: knowledge.hash, ...(said !== '' && { note: { text: said } }) } });
    if (!kept) return;
    setText('');
    setError('');
  };
  const stageName = (rule: string, stage: string | undefined): string => {
    const found = knowledge.base.rules.find((r) => r.id === rule);
    const part = found?.stages.find((s) => s.id === stage);
    return [found ? say(found.label) : rule, part ? say(part.label) : ''].filter(Boolean).join(' ');
  };
  return (
    <section aria-labelledby="closing">
      <h2 id="closing">{say(words.closing)}</h2>
      <p className="soft">{say(words.closeSays)}</p>
      {blockers.length > 0 && (
        <div className="missing">
          <p>
            <b>{say(words.missing(blockers.length))}</b>
          </p>
          {(['not-filed', 'undecided'] as const).map((why) => {
            const here = blockers.filter((b) => (b.why === 'not-filed') === (why === 'not-filed'));
            if (here.length === 0) return null;
            return (
              <div key={why}>
                <h3>{say(why === 'not-filed' ? words.notFiled : words.undecided)}</h3>
                <ul className="plain">
                  {here.map((b) => (
                    <li key={`${b.obligation}.${b.stage}`}>{stageName(b.obligation, b.stage)}</li>
                  ))}
                </ul>
              </div>
            );
          })}
          <a className="btn" href={`#${id}/duties`}>
            {say(words.toIt)}
          </a>
        </div>
      )}
      {blockers.length === 0 && (
        <form onSubmit={(event) => void save(event)}>
          <label className="field">
            <span>{say(closed ? words.reopenWhy : words.closeNote)}</span>
            <input data-still value={text} aria-invalid={error !== ''} onChange={(event) => setText(event.target.value)} />
          </label>
          <p className="error" role="alert">
            {error}
          </p>
          <button type="submit" className="btn">
            {say(closed ? words.reopen : words.close)}
          </button>
        </form>
      )}
      {incident.turns.length > 0 && (
        <>
          <h3>{say(words.turns)}</h3>
          <ul className="plain">
            {incident.turns.map((turn) => (
              <li key={turn.entry}>
                {say(turn.value.to === 'closed' ? words.close : words.reopen)}{' '}
                <span className="soft">{say(messages.by(nameOf(turn.actor, setting), sayWhen(turn.saidAt, setting)))}</span>{' '}
                {wordsOf(turn.value.text)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
