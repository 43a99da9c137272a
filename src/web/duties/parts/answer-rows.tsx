import type { ReactNode } from 'react';
import type { FactDef, FactId } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import type { Answer } from '../state/answers.ts';
import { sayAnswer } from '../view/say-answer.ts';
import { sayMoment } from '../view/say-date.ts';
import { useSetting } from './setting.ts';

export type Row = { readonly def: FactDef; readonly answer: Answer | undefined };

/** Questions with what was answered; each can be changed or taken back. */
export const AnswerRows = ({ rows, clear }: { readonly rows: readonly Row[]; readonly clear: (fact: FactId) => void }): ReactNode => (
  <ul className="rows-answers">
    {rows.map((row) => (
      <AnswerRow key={row.def.id} {...row} clear={clear} />
    ))}
  </ul>
);

const AnswerRow = ({ def, answer, clear }: Row & { readonly clear: (fact: FactId) => void }): ReactNode => {
  const { say, askFor, reader } = useSetting();
  const question = say(def.question);
  const known = answer !== undefined && answer.value !== null;
  return (
    <li>
      <p className="soft" id={`row-${def.id}`}>
        {question}
      </p>
      <p>
        {answer && <b>{sayAnswer(answer.value, def, reader)}</b>}
        {answer?.from === 'case' && <span className="soft"> {say(messages.fromCase)}</span>}
        {answer?.learned && <span className="soft"> {say(messages.learnedOn(sayMoment(answer.learned, reader)))}</span>}
      </p>
      <p className="row-acts">
        <button type="button" className="link" aria-describedby={`row-${def.id}`} onClick={() => askFor(def.id)}>
          {say(known ? messages.change : messages.answerIt)}
        </button>
        {answer && (
          <button
            type="button"
            className="link"
            aria-describedby={`row-${def.id}`}
            onClick={() => {
              clear(def.id);
              askFor(undefined);
            }}
          >
            {say(messages.clear)}
          </button>
        )}
      </p>
    </li>
  );
};
