import type { ReactNode } from 'react';
import type { DutyKnowledge, Lang } from '../../core/index.ts';
import { Board } from './board.tsx';
import { AnswersKept } from './parts/answers-kept.tsx';
import { dropDrafts } from './parts/use-draft.ts';
import { noticedOf } from './state/noticed-of.ts';
import type { Shelf } from './state/storage.ts';
import { type CaseFacts, useCheck } from './state/use-check.ts';

type Props = {
  readonly knowledge: DutyKnowledge;
  readonly cases: CaseFacts;
  readonly shelf: Shelf | undefined;
  readonly lang: Lang;
  readonly zone: string;
};

const scope = 'shodo.duties.draft';

/** The duties check by itself: answers stay on this device. */
export const Check = ({ knowledge, cases, shelf, lang, zone }: Props): ReactNode => {
  const check = useCheck(knowledge, cases, shelf, lang);
  const { kept, saved, act } = check;
  const forget = (): void => {
    dropDrafts(scope);
    act({ do: 'forget' });
  };
  const beside = (open: boolean): ReactNode => (
    <AnswersKept
      kept={kept}
      saved={saved}
      open={open}
      clear={(fact) => act({ do: 'clear', fact })}
      remember={(on) => act({ do: 'remember', on })}
      forget={forget}
    />
  );
  return (
    <Board
      knowledge={knowledge}
      keeping={check}
      lang={lang}
      zone={zone}
      noticed={(now) => noticedOf(shelf, kept.cases, now)}
      scope={scope}
      around={{ beside }}
    />
  );
};
