import { type ReactNode, useMemo, useRef, useState } from 'react';
import { listSteps, type PlanLine, type Text } from '../../../core/index.ts';
import { phaseNames } from '../../messages.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { BranchCard } from './branch-card.tsx';
import { DoneRow, StepCard } from './step-card.tsx';

/** Shown open at once; the rest lies folded by phase. */
const first = 5;

/** What to do now: the most urgent first, what is done below. */
export const Actions = (): ReactNode => {
  const { say, id, response, incident } = useIncident();
  const closed = incident.state === 'closed';
  const plan = useMemo(() => listSteps(response.playbooks, incident), [response, incident]);
  const [news, setNews] = useState<Text>();
  const title = useRef<HTMLHeadingElement>(null);
  const told = (text: Text): void => {
    setNews(text);
    // The card that was pressed is gone: the list itself takes the focus.
    title.current?.focus();
  };
  // What is closed urges nobody: its steps stay, folded.
  const now = closed ? [] : plan.open.slice(0, first);
  const later = plan.open.slice(now.length);
  return (
    <section className="actions" aria-labelledby="do-now">
      <h2 id="do-now" ref={title} tabIndex={-1}>
        {say(messages.doNow)}
      </h2>
      <p className="vh" role="status">
        {news && say(news)}
      </p>
      {closed && (
        <p>
          {say(messages.closedNow)} <a href={`#${id}/about`}>{say(messages.toReopen)}</a>
        </p>
      )}
      {incident.playbooks.length === 0 && <p className="soft">{say(messages.noPlan)}</p>}
      {incident.playbooks.length > 0 && plan.open.length === 0 && <p>{say(messages.allDone)}</p>}
      <Cards lines={now} told={told} urgent={now[0]?.id} />
      {later.length > 0 && (
        <details className="fold">
          <summary>{say(messages.moreSteps(later.length))}</summary>
          <Cards lines={later} told={told} />
        </details>
      )}
      {plan.done.length > 0 && (
        <details className="fold">
          <summary>{say(messages.doneSteps(plan.done.length))}</summary>
          <ul className="done-rows">
            {plan.done.map((line) => (
              <DoneRow key={line.id} line={line} told={told} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

type CardsProps = { readonly lines: readonly PlanLine[]; readonly told: (text: Text) => void; readonly urgent?: string | undefined };

const Cards = ({ lines, told, urgent }: CardsProps): ReactNode => {
  const { say } = useIncident();
  const groups = [...new Set(lines.map((l) => l.phase))].map((phase) => ({ phase, lines: lines.filter((l) => l.phase === phase) }));
  return groups.map((group) => (
    <div key={group.phase}>
      <h3 className="phase-name">{say(phaseNames[group.phase])}</h3>
      <ul className="cards">
        {group.lines.map((line) =>
          line.is === 'step' ? (
            <StepCard key={line.id} line={line} whole={line.id === urgent} told={told} />
          ) : (
            <BranchCard key={line.id} line={line} told={told} />
          ),
        )}
      </ul>
    </div>
  ));
};
