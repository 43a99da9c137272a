import { type ReactNode, useMemo, useState } from 'react';
import type { DutyKnowledge, FactId, Lang, Text } from '../../core/index.ts';
import { messages } from './messages.ts';
import { dropDrafts } from './parts/use-draft.ts';
import { AnswersKept } from './parts/answers-kept.tsx';
import { NewsLine } from './parts/news-line.tsx';
import { QuestionPane } from './parts/question-pane.tsx';
import { QuestionList } from './parts/question-list.tsx';
import { Results } from './parts/results.tsx';
import { type Setting, SettingProvider } from './parts/setting.ts';
import { useNow } from './parts/use-now.ts';
import { useWide } from './parts/use-wide.ts';
import { answersOf } from './state/answers.ts';
import { noticedOf } from './state/noticed-of.ts';
import type { Shelf } from './state/storage.ts';
import { type CaseFacts, useCheck } from './state/use-check.ts';
import { groupObligations } from './view/group-obligations.ts';
import { questionsLeft, reachOf } from './view/group-questions.ts';

type Props = {
  readonly knowledge: DutyKnowledge;
  readonly cases: CaseFacts;
  readonly shelf: Shelf | undefined;
  readonly lang: Lang;
  readonly zone: string;
};

/** The duties check. On a wide screen what comes next stands under the question, on a narrow one under the results. */
export const Check = ({ knowledge, cases, shelf, lang, zone }: Props): ReactNode => {
  const now = useNow();
  const { frame, wide } = useWide();
  const check = useCheck(knowledge, cases, shelf, lang);
  const [asking, setAsking] = useState<FactId>();
  const [touched, setTouched] = useState(0);
  const { assessment, state, act } = check;
  const defs = useMemo(() => new Map(knowledge.facts.map((d) => [d.id, d])), [knowledge]);
  const groups = useMemo(() => groupObligations(assessment.obligations), [assessment]);
  const answered = answersOf(state.kept);
  const left = questionsLeft(assessment.questions, defs, new Set(Object.keys(answered)));
  const turnTo = (fact: FactId | undefined): void => {
    setAsking(fact);
    setTouched(touched + 1);
  };
  const setting: Setting = {
    knowledge,
    defs,
    reader: { lang, zone, now },
    noticed: noticedOf(shelf, state.kept.cases, now),
    say: (text: Text) => text[lang],
    askFor: turnTo,
  };
  const undo = (): void => {
    act({ do: 'undo' });
    turnTo(undefined);
  };
  const clear = (fact: FactId): void => {
    act({ do: 'clear', fact });
    turnTo(undefined);
  };
  const forget = (): void => {
    dropDrafts();
    act({ do: 'forget' });
    turnTo(undefined);
  };
  const reach = reachOf(left, new Set(groups.open.map((o) => o.rule.id)), 3);
  const reached = reach.settled > 0 ? messages.reach(reach.answers, groups.open.length, reach.settled)[lang] : '';
  const current = asking ?? left[0]?.def.id;
  const rest = (
    <div className="beside">
      <QuestionList asks={left.filter((a) => a.def.id !== current)} open={wide} />
      <AnswersKept
        kept={state.kept}
        saved={check.saved}
        open={wide}
        clear={clear}
        remember={(on) => act({ do: 'remember', on })}
        forget={forget}
      />
    </div>
  );
  return (
    <SettingProvider value={setting}>
      <div className="check" ref={frame}>
        <p className="tally">
          <a href="#results">{setting.say(messages.tally(groups.needed.length, groups.open.length, groups.not.length))}</a>
        </p>
        <div className="ask">
          <NewsLine news={check.news} undo={state.past.length > 0 ? undo : undefined} reach={reached} />
          <QuestionPane check={check} left={left} asking={asking} touched={touched} turnTo={turnTo} />
          {wide && rest}
        </div>
        <Results assessment={assessment} groups={groups} />
        {!wide && rest}
      </div>
    </SettingProvider>
  );
};
