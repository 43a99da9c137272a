import type { ReactNode } from 'react';
import type { Assessment, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { decidersOf } from '../view/deciders-of.ts';
import { isNeeded } from '../view/group-obligations.ts';
import { stageViews } from '../view/stage-view.ts';
import { DutyBadge } from './duty-badge.tsx';
import { DutyDates, StageName } from './duty-dates.tsx';
import { DutyLaw } from './duty-law.tsx';
import { DutyMore } from './duty-more.tsx';
import { DutyOpen } from './duty-open.tsx';
import { Flips, Recipients } from './duty-to.tsx';
import { useSetting } from './setting.ts';
import { Unfold } from './unfold.tsx';

type Props = { readonly duty: Obligation; readonly assessment: Assessment };

/** An obligation that is not settled as needed, in one row: verdict, name, what would settle it, the date. The row opens. */
export const DutyRow = ({ duty, assessment }: Props): ReactNode => {
  const { say, ofDuty } = useSetting();
  const { rule, applies } = duty;
  const title = `duty-${rule.id}`;
  return (
    <article className="duty-row" aria-labelledby={title}>
      <Unfold
        summary={
          <>
            <DutyBadge duty={duty} />
            <h3 id={title}>{say(rule.label)}</h3>
            <span className="row-line">
              <RowLine duty={duty} assessment={assessment} />
            </span>
            {applies !== 'no' && <RowDate duty={duty} />}
          </>
        }
      >
        {() => (
          <div className="row-in">
            <div className="duty-main">
              {applies === 'unknown' && <DutyOpen duty={duty} assessment={assessment} />}
              {applies === 'no' && <Flips duty={duty} />}
              {isNeeded(duty) && <Recipients recipients={duty.recipients} />}
              <DutyLaw duty={duty} />
            </div>
            {applies !== 'no' && <DutyDates duty={duty} />}
            {ofDuty?.(duty)}
            <DutyMore duty={duty} />
          </div>
        )}
      </Unfold>
    </article>
  );
};

/** While open: the question that comes first. Otherwise why. */
const RowLine = ({ duty, assessment }: Props): ReactNode => {
  const { say, defs } = useSetting();
  if (duty.applies !== 'unknown' || duty.presumed) return say(duty.because);
  const facts = decidersOf(duty, assessment.questions);
  const first = facts[0] === undefined ? undefined : defs.get(facts[0]);
  if (!first) return null;
  const alone = assessment.questions.some((q) => q.fact === first.id && q.settles.includes(duty.rule.id));
  return say((alone ? messages.oneSettles : messages.startWith)(say(first.question)));
};

/** The first date, or the word of the law. Nothing while no date can be told: the row says what is missing already. */
const RowDate = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { reader } = useSetting();
  const views = stageViews(duty, reader);
  const stage = views.find((v) => v.moment !== null) ?? views.find((v) => !v.wordy);
  if (!stage) return null;
  return (
    <span className="row-due">
      {stage.moment !== null && <StageName stage={stage} />}
      <b>{stage.date}</b>
    </span>
  );
};
