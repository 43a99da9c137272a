import type { ReactNode } from 'react';
import type { Assessment, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { earliestLimit } from '../view/earliest-limit.ts';
import type { Groups } from '../view/group-obligations.ts';
import { sayMoment } from '../view/say-date.ts';
import { sayList } from '../view/say-list.ts';
import { DateLine } from './date-line.tsx';
import { Differences } from './differences.tsx';
import { Duty } from './duty.tsx';
import { DutyRow } from './duty-row.tsx';
import { Notes } from './notes.tsx';
import { useSetting } from './setting.ts';
import { Unfold } from './unfold.tsx';

/** The answers: three counts, a line of dates, then every obligation under what is known of it. */
export const Results = ({ assessment, groups }: { readonly assessment: Assessment; readonly groups: Groups }): ReactNode => {
  const { say, reader } = useSetting();
  const voluntary = [...groups.advised, ...groups.openVoluntary];
  const earliest = earliestLimit(groups.open);
  return (
    <section className="results" id="results" aria-label={say(messages.results)} tabIndex={-1}>
      <Counts groups={groups} />
      <Differences assessment={assessment} />
      <DateLine obligations={assessment.obligations} />
      <section aria-labelledby="needed">
        <h2 id="needed">{say(messages.needed)}</h2>
        {groups.needed.length === 0 && (
          <p className="empty">
            {say(groups.open.length > 0 ? messages.noneSettled : messages.noneNeeded)}
            {earliest && <b> {say(messages.earliestOpen(sayMoment(earliest.moment, reader, earliest.zone)))}</b>}
          </p>
        )}
        {groups.needed.map((duty) => (
          <Duty key={duty.rule.id} duty={duty} assessment={assessment} />
        ))}
      </section>
      {groups.open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open">{say(messages.open)}</h2>
          {assessment.governedOn === null && <p className="soft">{say(messages.datesWait)}</p>}
          <Rows duties={groups.open} assessment={assessment} />
        </section>
      )}
      {voluntary.length > 0 && (
        <Unfold className="fold voluntary" summary={<Voluntary groups={groups} count={voluntary.length} />}>
          {() => <Rows duties={voluntary} assessment={assessment} />}
        </Unfold>
      )}
      {groups.not.length > 0 && (
        <Unfold
          className="fold not-needed"
          summary={
            <>
              <h2 id="not">{say(messages.not)}</h2>
              <span className="soft">{say(messages.dutyCount(groups.not.length))}</span>
            </>
          }
        >
          {() => (
            <>
              <p className="soft">{say(messages.notHint)}</p>
              <Rows duties={groups.not} assessment={assessment} />
            </>
          )}
        </Unfold>
      )}
      <Notes assessment={assessment} />
    </section>
  );
};

const Voluntary = ({ groups, count }: { readonly groups: Groups; readonly count: number }): ReactNode => {
  const { say, reader } = useSetting();
  const names = sayList(
    groups.advised.map((o) => say(o.rule.label)),
    3,
    reader.lang,
  );
  return (
    <>
      <h2>{say(messages.voluntaryTitle)}</h2>
      <span className="soft">{say(messages.itemCount(count))}</span>
      <span className="names soft">
        {say(groups.advised.length > 0 ? messages.advisedAre(groups.advised.length, names) : messages.voluntaryOpen(count))}
      </span>
    </>
  );
};

const Rows = ({ duties, assessment }: { readonly duties: readonly Obligation[]; readonly assessment: Assessment }): ReactNode =>
  duties.map((duty) => <DutyRow key={duty.rule.id} duty={duty} assessment={assessment} />);

/** Nothing of a kind is calm, whatever its colour otherwise. */
const zero = (duties: readonly Obligation[]): string => (duties.length === 0 ? ' zero' : '');

const Counts = ({ groups }: { readonly groups: Groups }): ReactNode => {
  const { say } = useSetting();
  return (
    <p className="counts">
      <span className={`n needed${zero(groups.needed)}`}>
        <b>{groups.needed.length}</b> {say(messages.needed)}
      </span>
      <span className={`n open${zero(groups.open)}`}>
        <b>{groups.open.length}</b> {say(messages.open)}
      </span>
      <span className="n">
        <b>{groups.not.length}</b> {say(messages.not)}
      </span>
      {groups.advised.length > 0 && <span className="soft">{say(messages.advisedCount(groups.advised.length))}</span>}
    </p>
  );
};
