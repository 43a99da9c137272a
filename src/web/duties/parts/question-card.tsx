import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Assessment, FactId, Known, Picture } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import type { Answer } from '../state/answers.ts';
import type { Ask } from '../view/group-questions.ts';
import { civilOf } from '../view/zone-time.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskAgain } from './ask-again.tsx';
import { useSetting } from './setting.ts';
import { WhyAsk } from './why-ask.tsx';

type Props = {
  readonly ask: Ask;
  readonly picture: Picture;
  readonly assessment: Assessment;
  /** The answer being changed. */
  readonly before: Answer | undefined;
  /** Answers go on the record: when it was learned, and when to ask again, can be said. */
  readonly onRecord: boolean;
  readonly answer: (value: Known | null, learned?: string, until?: string) => void;
  readonly suspect: (fact: FactId) => void;
  readonly leave: () => void;
  /** Move the focus to the question: set after an answer or a choice, never at the first sight of the page. */
  readonly takeFocus: boolean;
};

/** One question with its answers, why it is asked, and what follows. */
export const QuestionCard = ({ ask, picture, assessment, before, onRecord, answer, suspect, leave, takeFocus }: Props): ReactNode => {
  const { say } = useSetting();
  const { def } = ask;
  const title = useRef<HTMLHeadingElement>(null);
  const [learned, setLearned] = useState(before?.learned ?? '');
  useEffect(() => {
    if (takeFocus) title.current?.focus();
  }, [takeFocus]);
  return (
    <section className="question" aria-labelledby="question">
      {before && (
        <p className="known">
          {say(messages.changing)}
          <button type="button" className="link" onClick={leave}>
            {say(messages.keepAsIs)}
          </button>
        </p>
      )}
      <fieldset>
        <legend>
          <h2 id="question" ref={title} tabIndex={-1}>
            {say(def.question)}
          </h2>
        </legend>
        {def.help && <p className="help">{say(def.help)}</p>}
        {def.judgement && <p className="judgement">{say(messages.judgement)}</p>}
        {(before || onRecord) && def.kind !== 'instant' && <LearnedOn value={learned} change={setLearned} />}
        <AnswerForm def={def} value={before?.value} answer={(value) => answer(value, learned || undefined)} suspect={suspect} />
        {onRecord && <AskAgain before={before?.until} put={(until) => answer(null, undefined, until)} />}
      </fieldset>
      <WhyAsk ask={ask} picture={picture} assessment={assessment} />
    </section>
  );
};

const LearnedOn = ({ value, change }: { readonly value: string; readonly change: (day: string) => void }): ReactNode => {
  const { say, reader } = useSetting();
  return (
    <details open={value !== '' || undefined}>
      <summary>{say(messages.learnedLater)}</summary>
      <label className="field">
        <span>{say(messages.learnedHint)}</span>
        <input
          type="date"
          max={civilOf(reader.now, reader.zone).date}
          value={value.slice(0, 10)}
          onChange={(event) => change(event.target.value)}
        />
      </label>
    </details>
  );
};
