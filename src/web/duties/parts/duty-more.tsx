import type { ReactNode } from 'react';
import type { Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { sayDay } from '../view/say-date.ts';
import { DutySources } from './duty-sources.tsx';
import { DutySteps } from './duty-steps.tsx';
import { DutyWhy } from './duty-why.tsx';
import { useSetting } from './setting.ts';

/** What lies behind an obligation, each a touch away: why, how the date came about, how to submit, the texts. */
export const DutyMore = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say } = useSetting();
  const { rule, applies } = duty;
  return (
    <>
      <Pending duty={duty} />
      <div className="more-row">
        {duty.inForce && <Fold title={say(messages.why)}>{() => <DutyWhy duty={duty} />}</Fold>}
        {applies !== 'no' && <Fold title={say(messages.howDated)}>{() => <DutySteps duty={duty} />}</Fold>}
        <Fold title={say(messages.howSubmit)}>
          {() => (
            <>
              <p>{say(rule.how)}</p>
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
          )}
        </Fold>
        <Fold title={say(messages.source)}>{() => <DutySources sources={rule.sources} />}</Fold>
      </div>
    </>
  );
};

const Fold = ({ title, children }: { readonly title: string; readonly children: () => ReactNode }): ReactNode => (
  <details>
    <summary>{title}</summary>
    <div className="inside">{children()}</div>
  </details>
);

/** A change that is enacted and has not begun. It changes no answer. */
const Pending = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say, knowledge, reader } = useSetting();
  const touching = knowledge.base.pending.filter((p) => p.touches.includes(duty.rule.id));
  return touching.map((p) => (
    <div key={p.id} className="pending">
      <p>
        <b>{say(messages.pending)}</b>
      </p>
      <p>
        {say(p.label)}
        {reader.lang === 'ja' ? '：' : ': '}
        {say(p.effect)}
      </p>
      <p className="soft">
        {say(
          p.from
            ? messages.pendingFrom(sayDay(p.from, reader))
            : p.latest
              ? messages.pendingLatest(sayDay(p.latest, reader))
              : messages.pendingOpen,
        )}
      </p>
    </div>
  ));
};
