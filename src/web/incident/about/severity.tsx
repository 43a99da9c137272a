import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { levelSet, type SeverityLevel, severityLevels, type SeverityReason, severityViewOf, suggestSeverity } from '../../../core/index.ts';
import { messages, severityWords } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { sayWhen } from '../view/say-time.ts';
import { words } from './words.ts';

/** How severe it is: what is set, what the facts propose and why. Lowering needs a reason. */
export const Severity = (): ReactNode => {
  const setting = useIncident();
  const { say, incident, duties, knowledge, response, speak, wordsOf } = setting;
  const now = levelSet(incident.severity);
  const proposal = useMemo(
    () => suggestSeverity(response.severity.signs, severityViewOf(incident, duties.picture, knowledge.implications)),
    [response, incident, duties, knowledge],
  );
  const [chosen, setChosen] = useState<SeverityLevel>();
  const [reason, setReason] = useState('');
  const [error, setError] = useState('');
  const level = chosen ?? proposal.level;
  const lowers = now !== undefined && severityLevels.indexOf(level) < severityLevels.indexOf(now.value.level);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const why = reason.trim();
    if (lowers && why === '') return setError(say(messages.needReason));
    if (!(await speak({ kind: 'severity.set', body: { level, ...(why !== '' && { reason: { text: why } }) } }))) return;
    setChosen(undefined);
    setReason('');
    setError('');
  };
  const why = wordsOf(now?.value.reason);
  return (
    <section aria-labelledby="severity">
      <h2 id="severity">{say(words.severity)}</h2>
      {now && (
        <p>
          {say(words.severityNow)}{' '}
          <b className={`chip severity ${now.value.level}`}>
            {now.value.level} {say(severityWords[now.value.level])}
          </b>{' '}
          <span className="soft">
            {say(messages.by(nameOf(now.actor, setting), sayWhen(now.saidAt, setting)))} {why && say(messages.reason(why))}
          </span>{' '}
          {new Set(incident.severity.map((s) => s.value.level)).size > 1 && <span className="badge waiting">{say(words.disputed)}</span>}
        </p>
      )}
      <p>
        <b>{say(words.proposed(proposal.level, say(severityWords[proposal.level])))}</b> {proposal.raised && say(words.raised)}
      </p>
      <Signs of={proposal.reasons} />
      {proposal.open.length > 0 && (
        <details>
          <summary>{say(words.openSigns(proposal.open.length))}</summary>
          <Signs of={proposal.open} />
        </details>
      )}
      <form onSubmit={(event) => void save(event)}>
        <fieldset className="levels">
          <legend className="vh">{say(words.severity)}</legend>
          {severityLevels.map((l) => (
            <label key={l}>
              <input type="radio" name="level" checked={level === l} onChange={() => setChosen(l)} />
              <b>
                {l} {say(severityWords[l])}
              </b>{' '}
              <span className="soft">{say(words.whoLevel[l])}</span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>{say(lowers ? words.whyNeeded : words.why)}</span>
          <input data-still value={reason} aria-invalid={error !== ''} onChange={(event) => setReason(event.target.value)} />
        </label>
        <p className="error" role="alert">
          {error}
        </p>
        <button type="submit" className="btn">
          {say(words.set)}
        </button>
      </form>
    </section>
  );
};

/** Signs of the scale, each with how it stands and the way to what would settle it. */
const Signs = ({ of }: { readonly of: readonly SeverityReason[] }): ReactNode => {
  const { say, id, knowledge } = useIncident();
  return (
    <ul className="plain">
      {of.map((r) => (
        <li key={r.text.ja}>
          {say(r.text)} <span className="soft">{say(r.disputed ? words.disputed : r.why === 'fact' ? words.byFact : words.notKnown)}</span>{' '}
          {r.ask.slice(0, 1).map((fact) => (
            <a key={fact} href={`#${id}/duties/${fact}`}>
              {say(knowledge.facts.find((f) => f.id === fact)?.question ?? { ja: fact, en: fact })}
            </a>
          ))}
          {r.ask.length === 0 && (r.why === 'not-known' || r.disputed) && <a href={`#${id}/sweep`}>{say(words.askPlaces)}</a>}
        </li>
      ))}
    </ul>
  );
};
