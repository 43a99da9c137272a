import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { type Blocker, blockersOf, closingQuestions, type Text } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { sayWhen } from '../view/say-time.ts';
import { words } from './words.ts';

/** The end: what is still missing with a way to each, or the closing itself; and the way back. */
export const Closing = (): ReactNode => {
  const setting = useIncident();
  const { say, incident, duties, knowledge, speak, wordsOf } = setting;
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
  return (
    <section aria-labelledby="closing">
      <h2 id="closing">{say(words.closing)}</h2>
      <p className="soft">{say(words.closeSays)}</p>
      {blockers.length > 0 && <Missing blockers={blockers} />}
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
                {say(turn.value.to === 'closed' ? words.closedThen : words.reopenedThen)}{' '}
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

const whys = ['before-known', 'not-filed', 'undated', 'undecided'] as const;

const headings: Readonly<Record<Blocker['why'], Text>> = {
  'before-known': words.beforeKnown,
  'not-filed': words.notFiled,
  undated: words.undated,
  undecided: words.undecided,
};

/** What stands against closing: the questions first, then each duty with the way to its question or tab. */
const Missing = ({ blockers }: { readonly blockers: readonly Blocker[] }): ReactNode => {
  const { say, id, duties, knowledge, response } = useIncident();
  const questions = useMemo(() => closingQuestions(duties, blockers), [duties, blockers]);
  const question = (fact: string): string => say(knowledge.facts.find((f) => f.id === fact)?.question ?? { ja: fact, en: fact });
  const stageName = ({ obligation, stage }: Blocker): string => {
    const found = knowledge.base.rules.find((r) => r.id === obligation);
    const part = found?.stages.find((s) => s.id === stage);
    return [found ? say(found.label) : obligation, part ? say(part.label) : ''].filter(Boolean).join(' ');
  };
  const wayTo = ({ obligation, why }: Blocker): string => {
    if (why === 'not-filed')
      return response.forms.some((f) => f.kind === 'filing' && f.obligations?.includes(obligation)) ? 'draft' : 'duties';
    const fact = why === 'undecided' ? questions.find((q) => q.obligations.includes(obligation))?.fact : 'knownAt';
    return fact === undefined ? 'duties' : `duties/${fact}`;
  };
  return (
    <div className="missing">
      <p>
        <b>{say(words.missing(blockers.length))}</b>
      </p>
      {questions.length > 0 && (
        <>
          <h3>{say(words.ask(questions.length))}</h3>
          <ol>
            {questions.map(({ fact, obligations }) => (
              <li key={fact}>
                <a href={`#${id}/duties/${fact}`}>{question(fact)}</a> <span className="soft">{say(words.keeps(obligations.length))}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {whys.map((why) => {
        const here = blockers.filter((b) => b.why === why);
        return (
          here.length > 0 && (
            <div key={why}>
              <h3>{say(headings[why])}</h3>
              <ul className="plain">
                {here.map((b) => (
                  <li key={`${b.obligation}.${b.stage}`}>
                    <a href={`#${id}/${wayTo(b)}`}>{stageName(b)}</a>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      <a className="btn" href={`#${id}/duties`}>
        {say(words.toIt)}
      </a>
    </div>
  );
};
