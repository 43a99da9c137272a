import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { type Draft, type PlaceState, recheckMinutes, type SweepRow, withoutZone } from '../../../core/index.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { civilOf } from '../../duties/view/zone-time.ts';
import { typedIn } from '../duties/shelf.ts';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { messages, stateName, states } from './messages.ts';
import type { PlaceLine } from './use-sweep.ts';

type Props = { readonly line: PlaceLine; readonly row: SweepRow };

/** One department: its answer, since when, from whom. One touch records an answer with the present time. */
export const PlaceRow = ({ line, row }: Props): ReactNode => {
  const setting = useIncident();
  const { say, wordsOf, speak } = setting;
  const name = wordsOf(line.name) ?? say(messages.nameless);
  const titleId = useId();
  const ask = async (state: PlaceState, more: { readonly toldBy?: string; readonly note?: string } = {}): Promise<boolean> => {
    const listing: readonly Draft[] = line.listed
      ? []
      : [{ kind: 'place.listed', body: { place: line.id, name: { text: wordsOf(line.name) ?? name } } }];
    const words = (text: string | undefined) => (text?.trim() ? { text: text.trim() } : undefined);
    const [toldBy, note] = [words(more.toldBy), words(more.note)];
    return speak(...listing, { kind: 'place.asked', body: { place: line.id, state, ...(toldBy && { toldBy }), ...(note && { note }) } });
  };
  return (
    <li className={`place ${row.state}`} aria-labelledby={titleId}>
      <h4 id={titleId}>
        {name} <span className={`badge ${row.state}`}>{say(stateName(row.state))}</span>
      </h4>
      <Again row={row} />
      <fieldset className="states">
        <legend className="vh">{say(messages.stateOf(name))}</legend>
        {states.map((state) => (
          <button key={state} type="button" className="tool" aria-pressed={row.state === state} onClick={() => void ask(state)}>
            {say(stateName(state))}
          </button>
        ))}
      </fieldset>
      <Said line={line} row={row} />
      {row.state !== 'not-asked' && row.state !== 'disputed' && <More line={line} state={row.state} save={ask} />}
    </li>
  );
};

/** When to ask again; now for a department that nobody asked. */
const Again = ({ row }: Pick<Props, 'row'>): ReactNode => {
  const { say, zone } = useIncident();
  if (row.state === 'not-asked') return <p className="soft">{say(messages.againNow)}</p>;
  if (row.askedAt === undefined || row.againAt === undefined) return null;
  return <p className="soft">{say(messages.againAt(civilOf(row.askedAt + recheckMinutes * 60_000, zone).time))}</p>;
};

/** Who asked, who answered and when; every answer where they were given apart. */
const Said = ({ line, row }: Props): ReactNode => {
  const setting = useIncident();
  const { say, wordsOf, incident, lang, zone, now } = setting;
  return (
    <>
      {row.state === 'disputed' && (
        <p className="sweep-note" role="note">
          {say(messages.askAgain)}
        </p>
      )}
      <ul className="said">
        {line.asked.map(({ value, saidAt, actor, entry }) => {
          const when = sayMoment(withoutZone(value.askedAt ?? saidAt), { lang, zone, now }, incident.zone);
          const [who, by, note] = [nameOf(actor, setting), wordsOf(value.toldBy), wordsOf(value.note)];
          return (
            <li key={entry} className="soft">
              {row.state === 'disputed' && <b>{say(stateName(value.state))} </b>}
              {say(by === undefined ? messages.said(when, who) : messages.saidBy(when, who, by))}
              {note !== undefined && <span className="note"> {note}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
};

type MoreProps = {
  readonly line: PlaceLine;
  readonly state: PlaceState;
  readonly save: (state: PlaceState, more: { readonly toldBy?: string; readonly note?: string }) => Promise<boolean>;
};

/** Who on the other end answered, and a note: the same answer is said again with them. */
const More = ({ line, state, save }: MoreProps): ReactNode => {
  const { say, id } = useIncident();
  const [open, setOpen] = useState(false);
  const [typed, setTyped, drop] = useDraft(`${typedIn(id)}.sweep.${line.id}`, () => ({ toldBy: '', note: '' }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await save(state, typed))) return;
    drop();
    setTyped({ toldBy: '', note: '' });
    setOpen(false);
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(messages.details)}</summary>
      <form className="sweep-more" onSubmit={(event) => void submit(event)}>
        <label className="field">
          <span>{say(messages.toldBy)}</span>
          <input type="text" value={typed.toldBy} onChange={(event) => setTyped({ ...typed, toldBy: event.target.value })} />
        </label>
        <label className="field">
          <span>{say(messages.note)}</span>
          <input type="text" value={typed.note} onChange={(event) => setTyped({ ...typed, note: event.target.value })} />
        </label>
        <button type="submit" className="btn">
          {say(messages.save)}
        </button>
      </form>
    </details>
  );
};
