import { type FormEvent, type ReactNode, useState } from 'react';
import type { PlanLine, Text } from '../../../core/index.ts';
import { roleNames } from '../../messages.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { sayWhen } from '../view/say-time.ts';

type Step = Extract<PlanLine, { is: 'step' }>;
type Props = { readonly line: Step; readonly whole: boolean; readonly told: (text: Text) => void };

/** One step: what, who, why, what not to do; done with one touch, or why it cannot be done. */
export const StepCard = ({ line, whole, told }: Props): ReactNode => {
  const setting = useIncident();
  const { say, speak, wordsOf } = setting;
  const { step, state } = line;
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const blocked = state?.value.state === 'blocked' ? state : undefined;
  const withNote = note.trim() === '' ? {} : { note: { text: note.trim() } };
  const did = async (): Promise<void> => {
    if (await speak({ kind: 'action.done', body: { action: step.id, ...withNote } }))
      told({ ja: messages.doneNews(step.do.ja).ja, en: messages.doneNews(step.do.en).en });
  };
  const cannot = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await speak({ kind: 'action.blocked', body: { action: step.id, ...withNote } }))) return;
    setOpen(false);
    setNote('');
  };
  const doNots = (
    <ul className="dont">
      {step.dont.map((text) => (
        <li key={text.ja}>
          <span className="x" role="img" aria-label={say(messages.doNot)} />
          {say(text)}
        </li>
      ))}
    </ul>
  );
  return (
    <li className={blocked ? 'do-card blocked' : 'do-card'}>
      <h4 id={`do-${step.id}`}>{say(step.do)}</h4>
      <p className="soft">
        <span className="who">{say(roleNames[step.role])}</span> {say(step.why)}
      </p>
      {step.dont.length > 0 && (whole ? doNots : <FoldedDoNots count={step.dont.length}>{doNots}</FoldedDoNots>)}
      {blocked && (
        <div className="instead">
          <p>
            <b>{say(messages.blocked)}</b>{' '}
            <span className="soft">{say(messages.by(nameOf(blocked.actor, setting), sayWhen(blocked.saidAt, setting)))}</span>
          </p>
          {blocked.value.note && <p>{wordsOf(blocked.value.note)}</p>}
          <p>{say(step.cannot)}</p>
        </div>
      )}
      <div className="acts">
        <button type="button" className="did" aria-describedby={`do-${step.id}`} onClick={() => void did()}>
          {say(messages.did)}
        </button>
        <button type="button" aria-describedby={`do-${step.id}`} aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(messages.cannot)}
        </button>
      </div>
      {open && (
        <form className="instead" onSubmit={(event) => void cannot(event)}>
          <p>{say(step.cannot)}</p>
          <label className="field">
            <span>{say(messages.noteHint)}</span>
            <input
              data-still
              value={note}
              aria-label={say(messages.noteFor(say(step.do)))}
              onChange={(event) => setNote(event.target.value)}
            />
          </label>
          <button type="submit" className="tool">
            {say(messages.cannotSave)}
          </button>
        </form>
      )}
    </li>
  );
};

const FoldedDoNots = ({ count, children }: { readonly count: number; readonly children: ReactNode }): ReactNode => {
  const { say } = useIncident();
  return (
    <details>
      <summary>{say(messages.doNots(count))}</summary>
      {children}
    </details>
  );
};

/** A step that is done or a question that is answered, in one row, with the way back. */
export const DoneRow = ({ line, told }: { readonly line: PlanLine; readonly told: (text: Text) => void }): ReactNode => {
  const setting = useIncident();
  const { say, speak, wordsOf } = setting;
  const title = line.is === 'step' ? line.step.do : line.branch.question;
  const stated = line.is === 'step' ? line.state : line.answer;
  if (!stated) return null;
  const answers = { yes: messages.yes, no: messages.no, unknown: messages.unknown } as const;
  const undo = async (): Promise<void> => {
    if (await speak({ kind: 'entry.withdrawn', body: { withdraws: stated.entry } }))
      told({ ja: messages.undoneNews(title.ja).ja, en: messages.undoneNews(title.en).en });
  };
  const note = line.is === 'step' ? wordsOf(line.state?.value.note) : undefined;
  return (
    <li>
      <p>
        <span className="tick" aria-hidden="true">
          ✓
        </span>{' '}
        {say(title)}
        {line.is === 'branch' && line.answer && <b> → {say(answers[line.answer.value])}</b>}
      </p>
      <p className="soft">
        {say(messages.by(nameOf(stated.actor, setting), sayWhen(stated.saidAt, setting)))} {note}
      </p>
      <button type="button" className="tool" aria-label={`${say(messages.undo)}: ${say(title)}`} onClick={() => void undo()}>
        {say(messages.undo)}
      </button>
    </li>
  );
};
