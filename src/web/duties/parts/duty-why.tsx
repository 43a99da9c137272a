import { type ReactNode, useState } from 'react';
import type { Obligation, Text, Tri } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { type Rung, rungOf } from '../view/lines-of-why.ts';
import { Cite } from './cite.tsx';
import { useSetting } from './setting.ts';

/** Why: the sentence, the conditions that decide with their articles, then every condition. */
export const DutyWhy = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say, defs, reader } = useSetting();
  const [ladder, setLadder] = useState(false);
  return (
    <>
      <p>{say(duty.because)}</p>
      <ul className="dots">
        {once(duty.path).map(({ text, cite }) => (
          <li key={text.ja + cite}>
            {say(text)}{' '}
            <span className="soft">
              <Cite text={cite} />
            </span>
          </li>
        ))}
        {once(duty.liftedBy).map(({ text, cite }) => (
          <li key={text.ja + cite}>
            <Verdict value={1} /> {say(text)}{' '}
            <span className="soft">
              <Cite text={cite} />
            </span>
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

/** A condition that several branches share is said once. */
const once = <T extends { readonly text: Text; readonly cite: string }>(steps: readonly T[]): readonly T[] => [
  ...new Map(steps.map((s) => [s.text.ja + s.cite, s])).values(),
];

const Verdict = ({ value }: { readonly value: Tri }): ReactNode => {
  const { say } = useSetting();
  return (
    <b className={`v${value}`}>
      <span aria-hidden="true">{messages.signs[value]}</span> {say(messages.holds[value])}
    </b>
  );
};

const LadderRung = ({ rung }: { readonly rung: Rung }): ReactNode => {
  const { say } = useSetting();
  return (
    <li>
      <p>
        <Verdict value={rung.value} /> {rung.text}
        {rung.answer !== undefined && (
          <span className="soft">
            {' '}
            {say(messages.yourAnswer)} {rung.answer}
          </span>
        )}
        {rung.cite && (
          <span className="soft">
            {' '}
            <Cite text={rung.cite} />
          </span>
        )}
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
