import { type FormEvent, type ReactNode, useId, useState } from 'react';
import './sweep-tab.css';
import type { Draft, Rung } from '../../../core/index.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { typedIn } from '../duties/shelf.ts';
import { useIncident } from '../setting.ts';
import { LadderAnswer } from './ladder-answer.tsx';
import { messages, stateName } from './messages.ts';
import { PlaceRow } from './place-row.tsx';
import { branchOfSweep, type PlaceLine, useSweep } from './use-sweep.ts';

const counted = ['symptoms', 'none', 'unknown', 'not-asked', 'disputed'] as const;

/** Who else sees the same: the departments, what to say to them, and how much to stop. */
export const SweepTab = (): ReactNode => {
  const { say, id, incident, response } = useIncident();
  const { lines, sweep, n4 } = useSweep();
  // How much to stop is a question of machines that infect each other: not of a tampered site or a stolen account.
  const guides = response.playbooks.filter((p) => incident.playbooks.includes(p.id));
  const isSpreading = guides.length === 0 || guides.some((p) => p.phases.some((f) => f.branches.some((b) => b.id === branchOfSweep)));
  return (
    <div className="sweep-tab">
      <h2>{say(messages.title)}</h2>
      <p className="sub">
        {say(messages.lead)} {say(messages.byVoice)}
      </p>
      {lines.length > 0 && (
        <>
          <dl className="counts" aria-label={say(messages.counts)}>
            {counted
              .filter((state) => state !== 'disputed' || sweep.counts.disputed > 0)
              .map((state) => (
                <div key={state} className={sweep.counts[state] > 0 ? state : undefined}>
                  <dt>{say(stateName(state))}</dt>
                  <dd>{sweep.counts[state]}</dd>
                </div>
              ))}
          </dl>
          <NowLine rung={sweep.rungs[0]} />
        </>
      )}
      <div className="sweep-columns">
        <div>
          <h3>{say(messages.departments)}</h3>
          {lines.length === 0 && (
            <p>
              {say(messages.empty)} {say(messages.emptyHint)}
            </p>
          )}
          <ul className="places">
            {lines.map((line, i) => {
              const row = sweep.rows[i];
              return row && <PlaceRow key={line.id} line={line} row={row} />;
            })}
          </ul>
          <AddPlace lines={lines} />
          <p className="soft">{say(messages.fromCard)}</p>
        </div>
        <div>
          {isSpreading ? (
            <>
              <LadderAnswer sweep={sweep} lines={lines} n4={n4} />
              <Script />
            </>
          ) : (
            <p>
              {say(messages.otherGuide)} <a href={`#${id}/about`}>{say(messages.addGuide)}</a>
            </p>
          )}
        </div>
      </div>
    </div>
  );
};

/** On a narrow screen the answer stands far below the departments: its rung is said above them too. */
const NowLine = ({ rung }: { readonly rung: Rung['id'] | undefined }): ReactNode => {
  const { say, response } = useIncident();
  const found = response.ladder.find(({ id }) => id === rung);
  return (
    found && (
      <p className="now-line">
        {say(messages.follows)}： <span className="badge">{found.id}</span> <b>{say(found.name)}</b>
      </p>
    )
  );
};

/** What to read out, in order. */
const Script = (): ReactNode => {
  const { say, response } = useIncident();
  return (
    <section className="script" aria-labelledby="script-title">
      <h3 id="script-title">{say(messages.questions)}</h3>
      <ol>
        {response.sweep.map((line) => (
          <li key={line.id} className={line.kind}>
            {say(line.text)}
          </li>
        ))}
      </ol>
      <p className="soft">{say(messages.noSilence)}</p>
    </section>
  );
};

/** Several departments may be written in one line. */
const placesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .normalize('NFC')
      .split(/[、，,]/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

const AddPlace = ({ lines }: { readonly lines: readonly PlaceLine[] }): ReactNode => {
  const { say, id, speak, wordsOf } = useIncident();
  const [name, setName, drop] = useDraft(`${typedIn(id)}.sweep.add`, () => '');
  const [wrong, setWrong] = useState<{ readonly why: 'missing' } | { readonly why: 'twice'; readonly name: string }>();
  const [inputId, errorId] = [useId(), useId()];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const names = placesIn(name);
    if (names.length === 0) return setWrong({ why: 'missing' });
    const twice = names.find((words) => lines.some((line) => wordsOf(line.name) === words));
    if (twice !== undefined) return setWrong({ why: 'twice', name: twice });
    const listed = names.map((text): Draft => ({ kind: 'place.listed', body: { place: crypto.randomUUID(), name: { text } } }));
    if (!(await speak(...listed))) return;
    setName('');
    drop();
  };
  return (
    <form className="add" onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor={inputId}>{say(messages.addLabel)}</label>
      <div className="pair">
        <input
          id={inputId}
          type="text"
          value={name}
          aria-invalid={wrong !== undefined}
          aria-describedby={errorId}
          onChange={(event) => {
            setWrong(undefined);
            setName(event.target.value);
          }}
        />
        <button type="submit" className={lines.length === 0 ? 'btn main' : 'btn'}>
          {say(messages.add)}
        </button>
      </div>
      <p className="error" id={errorId} role="alert">
        {wrong?.why === 'missing' && say(messages.addMissing)}
        {wrong?.why === 'twice' && say(messages.addTwice(wrong.name))}
      </p>
    </form>
  );
};
