import type { ReactNode } from 'react';
import type { Addressee, Assessment, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { type Badge, badgeOf } from '../view/badge-of.ts';
import { isNeeded, mergedWith } from '../view/group-obligations.ts';
import { sayFlip } from '../view/say-flip.ts';
import { DutyDates } from './duty-dates.tsx';
import { DutyMore } from './duty-more.tsx';
import { DutyOpen } from './duty-open.tsx';
import { useSetting } from './setting.ts';

const BadgeOf = ({ badge }: { readonly badge: Badge }): ReactNode => {
  const { say } = useSetting();
  return (
    <p className={`verdict ${badge.tone}`}>
      <span aria-hidden="true">{badge.sign}</span> {say(badge.label)}
    </p>
  );
};

/** One obligation: the verdict, why in a sentence, to whom, by when, and everything behind it a touch away. */
export const Duty = ({ duty, assessment }: { readonly duty: Obligation; readonly assessment: Assessment }): ReactNode => {
  const { say } = useSetting();
  const { rule } = duty;
  const title = `duty-${rule.id}`;
  const open = duty.applies === 'unknown';
  return (
    <article className="duty" aria-labelledby={title}>
      <BadgeOf badge={badgeOf(duty)} />
      <div className="duty-main">
        <h3 id={title}>{say(rule.label)}</h3>
        {open ? <DutyOpen duty={duty} assessment={assessment} /> : <p>{say(duty.because)}</p>}
        {duty.applies === 'no' && <Flips duty={duty} />}
        {isNeeded(duty) && <Recipients recipients={duty.recipients} />}
        {mergedWith(duty, assessment.obligations).map((other) => (
          <p key={other.rule.id} className="soft">
            {say(messages.sameFiling(say(other.rule.label)))}
          </p>
        ))}
      </div>
      {duty.applies !== 'no' && <DutyDates duty={duty} />}
      <DutyMore duty={duty} />
    </article>
  );
};

/** Who receives, with why. Those that depend on what is still open are named in one line. */
const Recipients = ({ recipients }: { readonly recipients: readonly Addressee[] }): ReactNode => {
  const { say, reader } = useSetting();
  const certain = recipients.filter((r) => r.certain);
  const names = new Set(certain.map((r) => r.id));
  const possible = [...new Map(recipients.filter((r) => !r.certain && !names.has(r.id)).map((r) => [r.id, say(r.label)])).values()];
  return (
    <div className="to">
      {certain.map((r) => (
        <p key={r.id + r.why.ja}>
          <span className="soft">{say(messages.to)}</span> <b>{say(r.label)}</b> <span className="soft">{say(r.why)}</span>
        </p>
      ))}
      {possible.length > 0 && (
        <p className="soft">
          {say(certain.length > 0 ? messages.perhaps : messages.to)} {possible.join(reader.lang === 'ja' ? '、' : '; ')}
        </p>
      )}
    </div>
  );
};

/** For a no: what single answer would turn it. */
const Flips = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say, defs } = useSetting();
  return duty.flippedBy.slice(0, 2).map(({ fact, to }) => {
    const def = defs.get(fact);
    return (
      <p key={fact} className="soft">
        {def && say(messages.flippedBy(say(def.question), say(sayFlip(to, def))))}
      </p>
    );
  });
};
