import { type FormEvent, type ReactNode, useId, useState } from 'react';
import './told-tab.css';
import { type ToldLine, toldLines } from '../../../core/index.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { typedIn } from '../duties/shelf.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { ToldRow } from './told-row.tsx';

const shown = ['all', 'inside', 'outside'] as const;
const states = ['not-yet', 'told', 'not-needed'] as const;

/** Whom to tell inside and outside, who was told when and how, and who was not told yet. */
export const ToldTab = (): ReactNode => {
  const { say, incident, response, organisation, duties } = useIncident();
  const [side, setSide] = useState<(typeof shown)[number]>('all');
  const lines = toldLines({ incident, response, organisation, obligations: duties.assessment.obligations });
  const seen = lines.filter((l) => side === 'all' || l.side === side);
  return (
    <div className="told-tab">
      <h2>{say(messages.title)}</h2>
      <p className="sub">{say(messages.lead)}</p>
      <dl className="counts" aria-label={say(messages.counts)}>
        {states.map((state) => (
          <div key={state} className={state}>
            <dt>{say(messages[state])}</dt>
            <dd>{seen.filter((l) => l.state === state).length}</dd>
          </div>
        ))}
      </dl>
      <fieldset className="sides">
        <legend className="vh">{say(messages.show)}</legend>
        {shown.map((s) => (
          <button key={s} type="button" className="tool" aria-pressed={side === s} onClick={() => setSide(s)}>
            {say(messages[s])}
          </button>
        ))}
      </fieldset>
      <AddContact />
      {seen.length === 0 && <p>{say(messages.none)}</p>}
      <ul className="told-list">
        {seen
          .filter((line) => !isOnlyPossible(line))
          .map((line) => (
            <ToldRow key={line.contact} line={line} />
          ))}
      </ul>
      <Possible lines={seen.filter(isOnlyPossible)} />
    </div>
  );
};

/** Named by nothing but a duty that is still open, and not told. */
const isOnlyPossible = ({ duties, when, card, name, told }: ToldLine): boolean =>
  told.length === 0 && when.length === 0 && card.length === 0 && !name && duties.every((d) => !d.applies);

/** Recipients of duties that may still apply: one touch away, so that the list stays calm, and counted like the others. */
const Possible = ({ lines }: { readonly lines: readonly ToldLine[] }): ReactNode => {
  const { say } = useIncident();
  if (lines.length === 0) return null;
  return (
    <details className="possible">
      <summary>{say(messages.possible(lines.length))}</summary>
      <ul className="told-list">
        {lines.map((line) => (
          <ToldRow key={line.contact} line={line} />
        ))}
      </ul>
    </details>
  );
};

const AddContact = (): ReactNode => {
  const { say, id, speak } = useIncident();
  const [typed, setTyped, drop] = useDraft(`${typedIn(id)}.told.add`, () => ({ name: '', side: 'outside' as 'inside' | 'outside' }));
  const [wrong, setWrong] = useState(false);
  const errorId = useId();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = typed.name.trim();
    if (name === '') return setWrong(true);
    if (!(await speak({ kind: 'contact.listed', body: { contact: crypto.randomUUID(), side: typed.side, name: { text: name } } }))) return;
    setTyped({ ...typed, name: '' });
    drop();
  };
  return (
    <details className="add">
      <summary>{say(messages.add)}</summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <label className="field">
          <span>{say(messages.addName)}</span>
          <input
            type="text"
            value={typed.name}
            aria-invalid={wrong}
            aria-describedby={errorId}
            onChange={(event) => {
              setWrong(false);
              setTyped({ ...typed, name: event.target.value });
            }}
          />
        </label>
        <fieldset className="sides">
          <legend>{say(messages.addSide)}</legend>
          {(['inside', 'outside'] as const).map((side) => (
            <label key={side} className="check">
              <input type="radio" name="told-side" checked={typed.side === side} onChange={() => setTyped({ ...typed, side })} />
              <span>{say(messages[side])}</span>
            </label>
          ))}
        </fieldset>
        <p className="error" id={errorId} role="alert">
          {wrong && say(messages.addMissing)}
        </p>
        <button type="submit" className="btn">
          {say(messages.addSend)}
        </button>
      </form>
    </details>
  );
};
