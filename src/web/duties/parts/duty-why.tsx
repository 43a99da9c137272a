import { type ReactNode, useState } from 'react';
import type { Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { type Rung, rungOf } from '../view/lines-of-why.ts';
import { useSetting } from './setting.ts';

/** Why: the sentence, the conditions that decide with their articles, then every condition. */
export const DutyWhy = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say, defs, reader } = useSetting();
  const [ladder, setLadder] = useState(false);
  return (
    <>
      <p>{say(duty.because)}</p>
      <ul className="dots">
        {duty.path.map((step) => (
          <li key={step.text.ja + step.cite}>
            {say(step.text)} <span className="soft">{step.cite}</span>
          </li>
        ))}
      </ul>
      <details onToggle={(event) => setLadder(event.currentTarget.open)}>
        <summary>{say(messages.ladder)}</summary>
        {ladder && (
          <ul className="ladder">
            <LadderRung rung={rungOf(duty.why, defs, reader)} />
          </ul>
        )}
      </details>
    </>
  );
};

const LadderRung = ({ rung }: { readonly rung: Rung }): ReactNode => {
  const { say } = useSetting();
  return (
    <li>
      <p>
        <b className={`v${rung.value}`}>
          <span aria-hidden="true">{messages.signs[rung.value]}</span> {say(messages.holds[rung.value])}
        </b>{' '}
        {rung.text}
        {rung.answer !== undefined && (
          <span className="soft">
            {' '}
            {say(messages.yourAnswer)} {rung.answer}
          </span>
        )}
        {rung.cite && <span className="soft"> {rung.cite}</span>}
        {rung.joins && <span className="soft"> {rung.joins}</span>}
      </p>
      {rung.kids.length > 0 && (
        <ul>
          {rung.kids.map((kid, i) => (
            // The tree has no ids of its own; its order is that of the law.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <LadderRung key={i} rung={kid} />
          ))}
        </ul>
      )}
    </li>
  );
};
