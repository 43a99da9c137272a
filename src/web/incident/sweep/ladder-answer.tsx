import type { ReactNode } from 'react';
import { answerOfBranch, latest, type Rung } from '../../../core/index.ts';
import { civilOf } from '../../duties/view/zone-time.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { branchOfSweep, stepOfN4, type useSweep } from './use-sweep.ts';

type Props = Pick<ReturnType<typeof useSweep>, 'sweep' | 'lines' | 'n4'>;

/** What follows from the counts: the rung of the ladder, what it breaks, who decides, and the answer for the record. */
export const LadderAnswer = (props: Props): ReactNode => {
  const { say, response, zone, now } = useIncident();
  const { sweep } = props;
  const branch = response.playbooks.flatMap((p) => p.phases.flatMap((f) => f.branches)).find((b) => b.id === branchOfSweep);
  const open = sweep.counts.unknown + sweep.counts['not-asked'] + sweep.counts.disputed;
  const time = sweep.againAt === undefined ? undefined : civilOf(sweep.againAt, zone).time;
  return (
    <section className="follows" aria-labelledby="follows-title">
      <h3 id="follows-title">{say(messages.follows)}</h3>
      <p className="soft">{say(messages.because(sweep.counts.symptoms, open))}</p>
      <div role="status">
        <p className="then">
          {sweep.because === undefined && branch && say(branch.answers[sweep.answer].then)}
          {sweep.because === 'second-hit' && say(messages.secondHit)}
          {sweep.because === 'n4-blocked' && say(messages.n4Instead)}
        </p>
      </div>
      <First {...props} />
      <ol className="rungs">
        {sweep.rungs.map((id, i) => {
          const rung = response.ladder.find((r) => r.id === id);
          return rung && <RungLine key={id} rung={rung} first={i === 0} second={sweep.answer === 'no' ? 'if' : 'stays'} />;
        })}
      </ol>
      {sweep.answer === 'yes' && <WithoutN4 {...props} />}
      {sweep.answer !== 'yes' && time !== undefined && (
        <p className={(sweep.againAt ?? 0) <= now ? 'sweep-note' : ''}>
          {say((sweep.againAt ?? 0) <= now ? messages.againLate(time) : messages.again(time))}
        </p>
      )}
      <RecordAnswer {...props} />
    </section>
  );
};

const RungLine = ({
  rung,
  first,
  second,
}: {
  readonly rung: Rung;
  readonly first: boolean;
  readonly second: 'if' | 'stays';
}): ReactNode => {
  const { say } = useIncident();
  return (
    <li className={first ? 'rung now' : 'rung'}>
      <p>
        <span className="badge">{rung.id}</span> <b>{say(rung.name)}</b>{' '}
        <span className="soft">{say(first ? messages.rungNow : second === 'if' ? messages.rungIf : messages.rungStays)}</span>
      </p>
      <dl>
        <div>
          <dt>{say(messages.breaks)}</dt>
          <dd>{say(rung.breaks)}</dd>
        </div>
        <div>
          <dt>{say(messages.who)}</dt>
          <dd>{say(rung.who)}</dd>
        </div>
      </dl>
    </li>
  );
};

/** A single hit is counted as the place where it began; that is said, so that it can be set right. */
const First = ({ sweep, lines }: Props): ReactNode => {
  const { say, wordsOf } = useIncident();
  if (lines.length === 0 || sweep.counts.symptoms > 1) return null;
  const line = lines.find(({ id }) => id === sweep.first);
  return <p className="soft">{say(line ? messages.firstPlace(wordsOf(line.name) ?? say(messages.nameless)) : messages.noFirst)}</p>;
};

/** N4 that endangers life or needs an absent person: N3, said and recorded with the reason. */
const WithoutN4 = ({ sweep, n4 }: Props): ReactNode => {
  const { say, wordsOf, speak } = useIncident();
  const blocked = (reason: (typeof messages)['n4Life']) => (): void => {
    void speak({ kind: 'action.blocked', body: { action: stepOfN4, note: { text: say(messages.n4Recorded(say(reason))) } } });
  };
  const last = latest(n4);
  if (sweep.because === 'n4-blocked' && last)
    return (
      <div className="n4">
        <p>
          {say(messages.n4Why)}： {wordsOf(last.value.note)}
        </p>
        <button type="button" className="tool" onClick={() => void speak({ kind: 'entry.withdrawn', body: { withdraws: last.entry } })}>
          {say(messages.n4Possible)}
        </button>
      </div>
    );
  return (
    <fieldset className="n4">
      <legend>{say(messages.n4Question)}</legend>
      <button type="button" className="tool" onClick={blocked(messages.n4Life)}>
        {say(messages.n4Life)}
      </button>
      <button type="button" className="tool" onClick={blocked(messages.n4Absent)}>
        {say(messages.n4Absent)}
      </button>
    </fieldset>
  );
};

/** The answer to the branch of the playbook, recorded with one touch; its steps follow from it. */
const RecordAnswer = ({ sweep, lines }: Props): ReactNode => {
  const { say, response, incident, speak } = useIncident();
  const branch = response.playbooks.flatMap((p) => p.phases.flatMap((f) => f.branches)).find((b) => b.id === branchOfSweep);
  if (!branch) return null;
  const nameOf = (answer: 'yes' | 'no' | 'unknown'): string => say(branch.answers[answer].label ?? { ja: answer, en: answer });
  const now = answerOfBranch(incident)(branchOfSweep);
  return (
    <div className="record-answer">
      {now !== undefined && (
        <p className={now === sweep.answer ? 'soft' : 'sweep-note'}>
          {say(now === sweep.answer ? messages.recorded(nameOf(now)) : messages.recordedOther(nameOf(now)))}
        </p>
      )}
      {now !== sweep.answer && (
        <button
          type="button"
          className={lines.length === 0 ? 'btn' : 'btn main'}
          onClick={() => void speak({ kind: 'branch.answered', body: { branch: branchOfSweep, answer: sweep.answer } })}
        >
          {say(messages.record(nameOf(sweep.answer)))}
        </button>
      )}
    </div>
  );
};
