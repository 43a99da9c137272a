import { Fragment, type ReactNode } from 'react';
import type { Addressee, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { sayFlip } from '../view/say-flip.ts';
import { DutyOffice } from './duty-office.tsx';
import { useSetting } from './setting.ts';

/** Who receives, with why. Those that depend on what is still open are named in one line. */
export const Recipients = ({ recipients }: { readonly recipients: readonly Addressee[] }): ReactNode => {
  const { say, reader } = useSetting();
  const certain = recipients.filter((r) => r.certain);
  const names = new Set(certain.map((r) => r.id));
  const possible = [...new Map(recipients.filter((r) => !r.certain && !names.has(r.id)).map((r) => [r.id, say(r.label)])).values()];
  return (
    <div className="to">
      {certain.map((r) => (
        <Fragment key={r.id + r.why.ja}>
          <p>
            <span className="soft">{say(messages.to)}</span> <b>{say(r.label)}</b> <span className="soft">{say(r.why)}</span>
          </p>
          {r.check && <p className="soft">{say(r.check)}</p>}
          {r.office && <DutyOffice office={r.office} />}
        </Fragment>
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
export const Flips = ({ duty }: { readonly duty: Obligation }): ReactNode => {
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
