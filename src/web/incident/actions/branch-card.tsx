import { type ReactNode, useState } from 'react';
import type { AnswerId, PlanLine, Text } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';

type Props = { readonly line: Extract<PlanLine, { is: 'branch' }>; readonly told: (text: Text) => void };

const answers: readonly AnswerId[] = ['yes', 'no', 'unknown'];
const names = { yes: messages.yes, no: messages.no, unknown: messages.unknown } as const;

/** A question in the middle of the steps. Its answer adds and takes away steps; not knowing carries the safe default. */
export const BranchCard = ({ line: { branch }, told }: Props): ReactNode => {
  const { say, speak } = useIncident();
  const [how, setHow] = useState(false);
  const answer = async (value: AnswerId): Promise<void> => {
    if (await speak({ kind: 'branch.answered', body: { branch: branch.id, answer: value } })) told(branch.answers[value].then);
  };
  return (
    <li className="do-card ask-card">
      <p className="soft">{say(messages.nowKnown)}</p>
      <h4 id={`ask-${branch.id}`}>{say(branch.question)}</h4>
      <fieldset className="answers" aria-labelledby={`ask-${branch.id}`}>
        {answers.map((value) => (
          <button key={value} type="button" className={value === 'unknown' ? 'wide' : undefined} onClick={() => void answer(value)}>
            {say(branch.answers[value].label ?? names[value])}
          </button>
        ))}
      </fieldset>
      <button type="button" className="link" aria-expanded={how} onClick={() => setHow(!how)}>
        {say(messages.howToTell)}
      </button>
      {how && <p>{say(branch.howToTell)}</p>}
    </li>
  );
};
