import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import { useSetting } from './setting.ts';

type Props = { readonly error: string | undefined; readonly id: string; readonly later: () => void };

/** The end of a form: what is wrong and its cure, the answer, and the way on for who does not know. */
export const AnswerEnd = ({ error, id, later }: Props): ReactNode => {
  const { say } = useSetting();
  return (
    <>
      <p id={id} className="error" role="alert">
        {error}
      </p>
      <div className="acts">
        <button type="submit" className="btn main">
          {say(messages.decide)}
        </button>
        <button type="button" className="btn" onClick={later}>
          {say(messages.later)}
        </button>
      </div>
    </>
  );
};
