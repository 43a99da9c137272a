import type { ReactNode } from 'react';
import type { Assessment } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { sayAnswer } from '../view/say-answer.ts';
import { useSetting } from './setting.ts';

/** Answers that differ from what others imply. What was said stands; the difference is shown, and can be put right. */
export const Differences = ({ assessment }: { readonly assessment: Assessment }): ReactNode => {
  const { say, defs, reader, askFor } = useSetting();
  return assessment.differences.map(({ fact, stated, implied }) => {
    const def = defs.get(fact);
    return (
      <div key={fact} className="differs">
        <p>{def && say(def.question)}</p>
        <p>{say(messages.differs(sayAnswer(stated, def, reader), sayAnswer(implied, def, reader)))}</p>
        <button type="button" className="link" onClick={() => askFor(fact)}>
          {say(messages.change)}
        </button>
      </div>
    );
  });
};
