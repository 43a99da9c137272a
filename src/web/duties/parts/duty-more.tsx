import type { ReactNode } from 'react';
import type { Obligation, PendingChange } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { isNeeded } from '../view/group-obligations.ts';
import { sayDay } from '../view/say-date.ts';
import { DutySources } from './duty-sources.tsx';
import { DutySteps } from './duty-steps.tsx';
import { DutyWhy } from './duty-why.tsx';
import { useSetting } from './setting.ts';
import { Unfold } from './unfold.tsx';

/** What lies behind an obligation, each a touch away: why, how the date came about, how to submit, the texts. */
export const DutyMore = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say, knowledge, reader } = useSetting();
  const { rule, applies } = duty;
  const touching = knowledge.base.pending.filter((p) => p.touches.includes(rule.id));
  return (
    <div className="more-row">
      {duty.inForce && (
        <Fold title={say(messages.why)}>
          <DutyWhy duty={duty} />
        </Fold>
      )}
      {applies !== 'no' && (
        <Fold title={say(messages.howDated)}>
          <DutySteps duty={duty} />
        </Fold>
      )}
      <Fold title={say(messages.howSubmit)}>
        <HowSubmit duty={duty} />
      </Fold>
      <Fold title={say(messages.source)}>
        <DutySources sources={rule.sources} />
        <p>
          <a href={`/${reader.lang}/knowledge/rules/${rule.id}/`}>{say(messages.rulePage)}</a>
        </p>
      </Fold>
      {touching.length > 0 && (
        <Fold title={say(messages.pending)}>
          {touching.map((change) => (
            <Pending key={change.id} change={change} />
          ))}
        </Fold>
      )}
    </div>
  );
};

const Fold = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <Unfold summary={title}>{() => <div className="inside">{children}</div>}</Unfold>
);

const HowSubmit = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say } = useSetting();
  const { rule, recipients, commonForms } = duty;
  return (
    <>
      <p>{say(rule.how)}</p>
      {commonForms.length > 0 && (
        <>
          <h4>{say(messages.commonForms)}</h4>
          <ul className="dots">
            {commonForms.map((f) => (
              <li key={f.id}>
                {f.url === undefined ? (
                  say(f.title)
                ) : (
                  <a href={f.url} target="_blank" rel="noopener noreferrer">
                    {say(f.title)}
                  </a>
                )}{' '}
                {!f.certain && <span className="soft">{say(messages.mayFit)}</span>}
              </li>
            ))}
          </ul>
          <p className="soft">{say(messages.commonFormsNote)}</p>
        </>
      )}
      {(!isNeeded(duty) || recipients.length > 1 || recipients.some((r) => r.sources)) && (
        <>
          <h4>{say(messages.to)}</h4>
          <ul className="dots">
            {recipients.map((r) => (
              <li key={r.id + r.why.ja}>
                {say(r.label)} <span className="soft">{say(r.why)}</span>
                {r.check && !r.certain && <span className="soft"> {say(r.check)}</span>}
                {r.sources && <DutySources sources={r.sources} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {rule.caveats.length > 0 && (
        <>
          <h4>{say(messages.notSure)}</h4>
          <ul className="dots">
            {rule.caveats.map((c) => (
              <li key={c.ja}>{say(c)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** A change that is enacted and has not begun. It changes no answer. */
const Pending = ({ change }: { readonly change: PendingChange }): ReactNode => {
  const { say, reader } = useSetting();
  const { from, latest } = change;
  return (
    <>
      <h4>{say(change.label)}</h4>
      <p>{say(change.effect)}</p>
      <p className="soft">
        {say(
          from
            ? messages.pendingFrom(sayDay(from, reader))
            : latest
              ? messages.pendingLatest(sayDay(latest, reader))
              : messages.pendingOpen,
        )}
      </p>
    </>
  );
};
