import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { type Body, type ToldLine, withoutZone } from '../../../core/index.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { civilOf, instantOf, writeSaid } from '../../duties/view/zone-time.ts';
import { telOf } from '../../moves/card-call.ts';
import { typedIn } from '../duties/shelf.ts';
import { strengths } from '../../strengths.ts';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { messages, wayNames } from './messages.ts';

type Way = keyof typeof wayNames;

/** What a line is called: by the knowledge, by people, or by its bare name. */
const useLineName = (): ((line: ToldLine) => string) => {
  const { say, wordsOf } = useIncident();
  return ({ label, name, contact }) => (label ? say(label) : (wordsOf(name) ?? (name ? say(messages.wordless) : contact)));
};

/** One person or body to tell: why, its number on the card, what was said, and the form to say so. */
export const ToldRow = ({ line }: { readonly line: ToldLine }): ReactNode => {
  const { say, speak, wordsOf } = useIncident();
  const name = useLineName()(line);
  const titleId = useId();
  const put = (state: Body<'contact.told'>['state']): void =>
    void speak({ kind: 'contact.told', body: { contact: line.contact, side: line.side, state } });
  return (
    <li className={`told ${line.state}`} aria-labelledby={titleId}>
      <h3 id={titleId}>
        {name} <span className={`badge ${line.state}`}>{say(messages[line.state])}</span>{' '}
        <span className="badge side">{say(messages[line.side])}</span>
      </h3>
      <Why line={line} />
      <ul className="phones">
        {line.card.map(({ role, name: who, phone }) => {
          const number = wordsOf(phone);
          return (
            <li key={`${role}.${phone?.part ?? who?.part}`}>
              {wordsOf(who)} {number !== undefined && <a href={telOf(number)}>{number}</a>}
            </li>
          );
        })}
      </ul>
      <SaidOf line={line} />
      <div className="told-acts">
        <TellForm line={line} name={name} />
        {line.state === 'not-yet' && (
          <button type="button" className="tool" onClick={() => put('not-needed')}>
            {say(messages.notNeeded)}
            <span className="vh">{say(messages.ofWhom(name))}</span>
          </button>
        )}
        {line.state === 'not-needed' && (
          <button type="button" className="tool" onClick={() => put('not-yet')}>
            {say(messages.needed)}
            <span className="vh">{say(messages.ofWhom(name))}</span>
          </button>
        )}
      </div>
    </li>
  );
};

const Why = ({ line }: { readonly line: ToldLine }): ReactNode => {
  const { say, id, lang, zone, now } = useIncident();
  const lines = [...new Set(line.when.map(say))];
  return (
    <>
      {line.duties.slice(0, 3).map(({ rule, label, applies, due }) => (
        <p key={rule} className={applies ? 'for-duty' : 'for-duty maybe'}>
          <a href={`#${id}/duties`}>{say(applies ? messages.duty(say(label)) : messages.dutyMaybe(say(label)))}</a>
          {due && (
            <span className="soft">
              {' '}
              {say(due.stage)} <span className={`kind ${due.strength}`}>{say(strengths[due.strength])}</span>{' '}
              <b>{sayMoment(due.latest, { lang, zone, now }, due.zone)}</b>
            </span>
          )}
        </p>
      ))}
      {lines.map((text) => (
        <p key={text} className="soft">
          {text}
        </p>
      ))}
    </>
  );
};

/** Everything that was said of telling them, in order. A mistake is taken back, and stays in the record. */
const SaidOf = ({ line }: { readonly line: ToldLine }): ReactNode => {
  const setting = useIncident();
  const { say, wordsOf, speak, incident, lang, zone, now } = setting;
  return (
    <ul className="said">
      {line.told.map(({ value, saidAt, actor, entry }) => {
        const when = sayMoment(withoutZone(value.toldAt ?? saidAt), { lang, zone, now }, incident.zone);
        const who = wordsOf(value.toldBy) ?? nameOf(actor, setting);
        const note = wordsOf(value.note);
        const words =
          value.state === 'told'
            ? messages.toldAt(when, value.way ? say(wayNames[value.way]) : say(messages.told), who)
            : messages.said(say(messages[value.state]), when, who);
        return (
          <li key={entry}>
            {value.state === 'told' && <span className="ok">✓ </span>}
            {say(words)}
            {note !== undefined && <span className="soft"> {note}</span>}{' '}
            <button type="button" className="link" onClick={() => void speak({ kind: 'entry.withdrawn', body: { withdraws: entry } })}>
              {say(messages.takeBack)}
            </button>
          </li>
        );
      })}
    </ul>
  );
};

/** When, by whom, by what way: now and by phone, unless something else is said. */
const TellForm = ({ line, name }: { readonly line: ToldLine; readonly name: string }): ReactNode => {
  const { say, id } = useIncident();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say(line.state === 'told' ? messages.again : messages.record)}
        <span className="vh">{say(messages.ofWhom(name))}</span>
      </summary>
      {open && <Tell key={id} line={line} close={() => setOpen(false)} />}
    </details>
  );
};

const Tell = ({ line, close }: { readonly line: ToldLine; readonly close: () => void }): ReactNode => {
  const { say, id, incident, now, speak } = useIncident();
  const [typed, setTyped, drop] = useDraft(`${typedIn(id)}.told.${line.contact}`, () => ({
    ...civilOf(now, incident.zone),
    way: 'phone' as Way,
    toldBy: '',
    note: '',
  }));
  const [wrong, setWrong] = useState(false);
  const errorId = useId();
  const change = (part: Partial<typeof typed>): void => {
    setWrong(false);
    setTyped({ ...typed, ...part });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const at = typed.date && typed.time ? instantOf(typed.date, typed.time, incident.zone) : Number.NaN;
    if (Number.isNaN(at) || at > Date.now() + 60_000) return setWrong(true);
    const words = (text: string) => (text.trim() === '' ? undefined : { text: text.trim() });
    const [toldBy, note] = [words(typed.toldBy), words(typed.note)];
    const kept = await speak({
      kind: 'contact.told',
      body: {
        contact: line.contact,
        side: line.side,
        state: 'told',
        toldAt: writeSaid(at, incident.zone),
        way: typed.way,
        ...(toldBy && { toldBy }),
        ...(note && { note }),
      },
    });
    if (!kept) return;
    drop();
    close();
  };
  const timeProps = { 'aria-invalid': wrong, 'aria-describedby': errorId };
  return (
    <form className="tell" onSubmit={(event) => void submit(event)} noValidate>
      <div className="pair">
        <label className="field">
          <span>{say(messages.day)}</span>
          <input type="date" value={typed.date} {...timeProps} onChange={(event) => change({ date: event.target.value })} />
        </label>
        <label className="field">
          <span>{say(messages.time)}</span>
          <input type="time" value={typed.time} {...timeProps} onChange={(event) => change({ time: event.target.value })} />
        </label>
        <label className="field">
          <span>{say(messages.way)}</span>
          <select value={typed.way} onChange={(event) => change({ way: event.target.value as Way })}>
            {Object.entries(wayNames).map(([way, label]) => (
              <option key={way} value={way}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="error" id={errorId} role="alert">
        {wrong && say(messages.wrongTime)}
      </p>
      <label className="field">
        <span>{say(messages.toldBy)}</span>
        <input type="text" value={typed.toldBy} onChange={(event) => change({ toldBy: event.target.value })} />
      </label>
      <label className="field">
        <span>{say(messages.note)}</span>
        <input type="text" value={typed.note} onChange={(event) => change({ note: event.target.value })} />
      </label>
      <button type="submit" className="btn main">
        {say(messages.send)}
      </button>
    </form>
  );
};
