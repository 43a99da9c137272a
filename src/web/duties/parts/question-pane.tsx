import { type ReactNode, useEffect, useRef } from 'react';
import type { FactId, Known } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import type { Keeping } from '../state/keeping.ts';
import type { Ask } from '../view/group-questions.ts';
import { QuestionCard } from './question-card.tsx';
import { useSetting } from './setting.ts';

type Props = {
  readonly keeping: Keeping;
  readonly left: readonly Ask[];
  /** A question chosen by hand, before the most decisive one. */
  readonly asking: FactId | undefined;
  /** Grows with each answer or choice, so that the focus follows. */
  readonly touched: number;
  readonly turnTo: (fact: FactId | undefined) => void;
};

/** The question of the moment, or that nothing is left to ask. */
export const QuestionPane = ({ keeping, left, asking, touched, turnTo }: Props): ReactNode => {
  const { defs } = useSetting();
  const { assessment, picture, answers, act, onRecord } = keeping;
  const chosen = asking === undefined ? undefined : defs.get(asking);
  const blank = { score: 0, settles: [], touches: [] };
  const ask: Ask | undefined = chosen
    ? { def: chosen, asked: assessment.questions.find((q) => q.fact === asking) ?? { ...blank, fact: chosen.id } }
    : left[0];
  if (!ask) return <Finished later={Object.values(answers).filter((a) => a.value === null).length} touched={touched} />;
  const answer = (value: Known | null, learned?: string, until?: string): void => {
    act({ do: 'answer', def: ask.def, value, at: new Date().toISOString(), learned, until });
    turnTo(undefined);
  };
  const suspect = (fact: FactId): void => {
    const at = new Date().toISOString();
    const def = defs.get(fact);
    act({ do: 'answer', def: ask.def, value: null, at }, ...(def ? [{ do: 'answer', def, value: true, at } as const] : []));
    turnTo(undefined);
  };
  return (
    <QuestionCard
      key={`${ask.def.id}.${touched}`}
      ask={ask}
      picture={picture}
      assessment={assessment}
      before={answers[ask.def.id]}
      onRecord={onRecord}
      answer={answer}
      suspect={suspect}
      leave={() => turnTo(undefined)}
      takeFocus={touched > 0}
    />
  );
};

const Finished = ({ later, touched }: { readonly later: number; readonly touched: number }): ReactNode => {
  const { say } = useSetting();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (touched > 0) title.current?.focus();
  }, [touched]);
  return (
    <section className="question" aria-labelledby="question">
      <h2 id="question" ref={title} tabIndex={-1}>
        {say(messages.allAsked)}
      </h2>
      <p>{say(later > 0 ? messages.laterLeft(later) : messages.allAskedHint)}</p>
    </section>
  );
};
