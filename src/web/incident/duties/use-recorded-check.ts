import { useEffect, useMemo, useState } from 'react';
import { assess, draftOf, type FactDef, type FactId, isSettled } from '../../../core/index.ts';
import type { Answer, Answers, Move } from '../../duties/state/answers.ts';
import type { Keeping } from '../../duties/state/keeping.ts';
import { newsOf } from '../../duties/view/news-of.ts';
import type { News } from '../../duties/view/say-changes.ts';
import { civilOf } from '../../duties/view/zone-time.ts';
import { draftSettingOf } from '../draft/draft-setting.ts';
import { type IncidentSetting, useIncident } from '../setting.ts';
import { isCorrection, previewOf, readPending, recordedAnswers, sayPending, stillPending, writePending } from './pending.ts';
import { shelfOfDevice } from './shelf.ts';

/** A check whose answers go on the record of an incident. What is pending is kept on this device until it is recorded. */
export type RecordedCheck = Keeping & {
  readonly recorded: Answers;
  readonly pending: Answers;
  /** Pending answers that take an earlier one back. */
  readonly corrections: readonly FactId[];
  /** False where it could not be kept: everything stays pending. */
  readonly record: (reason: string) => Promise<boolean>;
};

const stages = ['preliminary', 'final'] as const;

/** Facts that the next report to the commission asks and nobody answered. */
const askedByReport = (setting: IncidentSetting): readonly FactId[] =>
  setting.response.forms
    .filter((form) => form.kind === 'filing')
    .flatMap((form) => {
      const duty = setting.duties.duties.find((d) => form.obligations?.includes(d.obligation.rule.id));
      const next = stages.find((id) => duty?.stages.some((s) => s.stage.id === id && !isSettled(s)));
      if (!duty || duty.obligation.applies === 'no' || !next) return [];
      const draft = draftOf(form, next, draftSettingOf(setting));
      return [
        ...draft.routes.flatMap((r) => (r.known ? [] : [r.fact])),
        ...draft.fields.flatMap((f) => f.missing.flatMap((m) => m.fact ?? [])),
      ];
    });

const put = (pending: Answers, move: Move, { incident }: IncidentSetting, recorded: Answers): Answers => {
  if (move.do === 'forget') return {};
  if (move.do === 'clear') return Object.fromEntries(Object.entries(pending).filter(([fact]) => fact !== move.fact));
  if (move.do !== 'answer') return pending;
  const { def, value, at, learned, until } = move;
  const answer: Answer = { value, at, ...(learned !== undefined && { learned }) };
  // Taking an answer back has a reason, and no day to ask again.
  const parks = until !== undefined && !isCorrection(def.id, answer, recorded, incident);
  return { ...pending, [def.id]: parks ? { ...answer, until } : answer };
};

/** The duties check on the answers of the record, with those on top that are given here and not recorded yet. */
export const useRecordedCheck = (): RecordedCheck => {
  const setting = useIncident();
  const { knowledge, incident, organisation, duties, lang, id, now, speak } = setting;
  const shelf = shelfOfDevice();
  const [kept, setKept] = useState<Answers>(() => readPending(shelf, id, knowledge.facts as readonly FactDef[]));
  const [past, setPast] = useState<readonly Answers[]>([]);
  const [news, setNews] = useState<News>();
  const recorded = useMemo(() => recordedAnswers(incident, organisation), [incident, organisation]);
  const pending = useMemo(() => stillPending(kept, recorded, incident), [kept, recorded, incident]);
  const today = civilOf(now, incident.zone).date;
  const due = useMemo(
    () =>
      new Set(
        Object.entries(recorded).flatMap(([fact, { value, until }]) =>
          value === null && until !== undefined && until <= today && !pending[fact] ? [fact] : [],
        ),
      ),
    [recorded, pending, today],
  );
  const look = (given: Answers, back: ReadonlySet<FactId>) => {
    const picture = previewOf(duties.picture, given, back);
    const nothingOver = Object.keys(given).length === 0 && back.size === 0;
    return { picture, assessment: nothingOver ? duties.assessment : assess(knowledge, picture) };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at follows from the record and what is pending
  const { picture, assessment } = useMemo(() => look(pending, due), [duties, pending, due]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft follows from the record
  const also = useMemo(() => askedByReport(setting), [duties, incident]);
  useEffect(() => {
    writePending(shelf, id, pending);
  }, [shelf, id, pending]);

  const act = (...moves: readonly Move[]): void => {
    if (moves.some((m) => m.do === 'undo')) {
      setKept(past.at(-1) ?? {});
      setPast(past.slice(0, -1));
      setNews(undefined);
      return;
    }
    const next = moves.reduce((answers, move) => put(answers, move, setting, recorded), pending);
    setPast([...past, pending]);
    setKept(next);
    setNews(newsOf(assessment, look(next, due).assessment, lang));
  };
  return {
    answers: { ...recorded, ...pending },
    due,
    also,
    picture,
    assessment,
    news,
    canUndo: past.length > 0 && Object.keys(pending).length > 0,
    onRecord: true,
    act,
    recorded,
    pending,
    corrections: Object.entries(pending).flatMap(([fact, answer]) => (isCorrection(fact, answer, recorded, incident) ? [fact] : [])),
    record: async (reason) => {
      const said = await speak(...sayPending(pending, recorded, incident, reason));
      if (said) {
        setPast([]);
        setNews(undefined);
      }
      return said;
    },
  };
};
