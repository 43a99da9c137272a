import { type ReactNode, useMemo, useState } from 'react';
import type { DutyKnowledge, FactId, Lang, Obligation, Text } from '../../core/index.ts';
import { messages } from './messages.ts';
import { NewsLine } from './parts/news-line.tsx';
import { QuestionList } from './parts/question-list.tsx';
import { QuestionPane } from './parts/question-pane.tsx';
import { Results } from './parts/results.tsx';
import { type Setting, SettingProvider } from './parts/setting.ts';
import { useNow } from './parts/use-now.ts';
import { useWide } from './parts/use-wide.ts';
import type { Keeping } from './state/keeping.ts';
import { groupObligations } from './view/group-obligations.ts';
import { questionsLeft, reachOf } from './view/group-questions.ts';

/** What stands in places of its own on each page: what was answered, what comes first, what belongs to one duty. */
export type Around = {
  /** Beside the question on a wide screen, under the results on a narrow one. */
  readonly beside: (open: boolean) => ReactNode;
  readonly before?: ReactNode;
  readonly ofDuty?: (duty: Obligation) => ReactNode;
};

type Props = {
  readonly knowledge: DutyKnowledge;
  readonly keeping: Keeping;
  readonly lang: Lang;
  readonly zone: string;
  readonly noticed: (now: number) => number | undefined;
  readonly scope: string;
  /** A question to begin with. */
  readonly first?: FactId | undefined;
  readonly around: Around;
};

/** Questions, answers and what follows. On a wide screen what comes next stands under the question, on a narrow one under the results. */
export const Board = ({ knowledge, keeping, lang, zone, noticed, scope, first, around }: Props): ReactNode => {
  const now = useNow();
  const { frame, wide } = useWide();
  const [asking, setAsking] = useState<FactId | undefined>(first);
  const [touched, setTouched] = useState(0);
  const { assessment, answers, due, also, act } = keeping;
  const defs = useMemo(() => new Map(knowledge.facts.map((d) => [d.id, d])), [knowledge]);
  const groups = useMemo(() => groupObligations(assessment.obligations), [assessment]);
  const answered = new Set(Object.keys(answers).filter((fact) => !due.has(fact)));
  const left = questionsLeft(assessment.questions, defs, answered, also);
  const turnTo = (fact: FactId | undefined): void => {
    setAsking(fact);
    setTouched(touched + 1);
  };
  const setting: Setting = {
    knowledge,
    defs,
    reader: { lang, zone, now },
    noticed: noticed(now),
    scope,
    say: (text: Text) => text[lang],
    askFor: turnTo,
    ofDuty: around.ofDuty,
  };
  const undo = (): void => {
    act({ do: 'undo' });
    turnTo(undefined);
  };
  const reach = reachOf(left, new Set(groups.open.map((o) => o.rule.id)), 3);
  const reached = reach.settled > 0 ? messages.reach(reach.answers, groups.open.length, reach.settled)[lang] : '';
  const current = asking ?? left[0]?.def.id;
  const rest = (
    <div className="beside">
      <QuestionList asks={left.filter((a) => a.def.id !== current)} open={wide} />
      {around.beside(wide)}
    </div>
  );
  return (
    <SettingProvider value={setting}>
      {around.before}
      <div className="check" ref={frame}>
        <p className="tally">
          <a href="#results">{setting.say(messages.tally(groups.needed.length, groups.open.length, groups.not.length))}</a>
        </p>
        <div className="ask">
          <NewsLine news={keeping.news} undo={keeping.canUndo ? undo : undefined} reach={reached} />
          <QuestionPane keeping={keeping} left={left} asking={asking} touched={touched} turnTo={turnTo} />
          {wide && rest}
        </div>
        <Results assessment={assessment} groups={groups} />
        {!wide && rest}
      </div>
    </SettingProvider>
  );
};
