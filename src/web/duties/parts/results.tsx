import type { ReactNode } from 'react';
import type { Assessment, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import type { Groups } from '../view/group-obligations.ts';
import { DateLine } from './date-line.tsx';
import { Differences } from './differences.tsx';
import { Duty } from './duty.tsx';
import { Notes } from './notes.tsx';
import { useSetting } from './setting.ts';

const isVoluntary = ({ rule }: Obligation): boolean => rule.level === 'voluntary';

/** The answers: three counts, a line of dates, then every obligation under what is known of it. */
export const Results = ({ assessment, groups }: { readonly assessment: Assessment; readonly groups: Groups }): ReactNode => {
  const { say } = useSetting();
  const voluntary = groups.open.filter(isVoluntary);
  return (
    <section className="results" id="results" aria-label={say(messages.results)} tabIndex={-1}>
      <Counts groups={groups} />
      <Differences assessment={assessment} />
      <DateLine obligations={assessment.obligations} />
      <section aria-labelledby="needed">
        <h2 id="needed">{say(messages.needed)}</h2>
        {groups.needed.length === 0 && <p className="empty">{say(messages.noneNeeded)}</p>}
        <DutyList duties={groups.needed} assessment={assessment} />
      </section>
      {groups.advised.length > 0 && (
        <section aria-labelledby="advised">
          <h2 id="advised">{say(messages.advisedTitle)}</h2>
          <DutyList duties={groups.advised} assessment={assessment} />
        </section>
      )}
      {groups.open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open">{say(messages.open)}</h2>
          <DutyList duties={groups.open.filter((o) => !isVoluntary(o))} assessment={assessment} />
          {voluntary.length > 0 && (
            <details className="fold">
              <summary>
                <h3>{say(messages.openVoluntary)}</h3>
                <span className="soft">{say(messages.dutyCount(voluntary.length))}</span>
              </summary>
              <DutyList duties={voluntary} assessment={assessment} />
            </details>
          )}
        </section>
      )}
      {groups.not.length > 0 && (
        <details className="fold not-needed">
          <summary>
            <h2 id="not">{say(messages.not)}</h2>
            <span className="soft">{say(messages.dutyCount(groups.not.length))}</span>
          </summary>
          <p className="soft">{say(messages.notHint)}</p>
          <DutyList duties={groups.not} assessment={assessment} />
        </details>
      )}
      <Notes assessment={assessment} />
    </section>
  );
};

const DutyList = ({ duties, assessment }: { readonly duties: readonly Obligation[]; readonly assessment: Assessment }): ReactNode =>
  duties.map((duty) => <Duty key={duty.rule.id} duty={duty} assessment={assessment} />);

const Counts = ({ groups }: { readonly groups: Groups }): ReactNode => {
  const { say } = useSetting();
  return (
    <p className="counts">
      <span className="n needed">
        <b>{groups.needed.length}</b> {say(messages.needed)}
      </span>
      <span className="n open">
        <b>{groups.open.length}</b> {say(messages.open)}
      </span>
      <span className="n">
        <b>{groups.not.length}</b> {say(messages.not)}
      </span>
      {groups.advised.length > 0 && <span className="soft">{say(messages.advisedCount(groups.advised.length))}</span>}
    </p>
  );
};
