import { useEffect, useMemo, useState } from 'react';
import { type Assessment, assess, type DutyKnowledge, type FactDef, type FactId, type Picture, readFacts } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { newsOf } from '../view/news-of.ts';
import type { News } from '../view/say-changes.ts';
import type { Reader } from '../view/say-date.ts';
import { type Kept, type Move, answersOf, answersReducer, pictureOf, type State } from './answers.ts';
import type { Keeping } from './keeping.ts';
import { readKept, type Shelf, writeKept } from './storage.ts';

/** A check whose answers stay on this device. */
export type DeviceCheck = Keeping & {
  readonly kept: Kept;
  /** The browser keeps the answers. */
  readonly saved: boolean;
};

/** First facts of each case by its slug, as the page gives them. */
export type CaseFacts = Readonly<Record<string, unknown>>;

type Turn = { readonly state: State; readonly picture: Picture; readonly assessment: Assessment; readonly news: News | undefined };

const turnOf = (knowledge: DutyKnowledge, state: State, news?: News): Turn => {
  const picture = pictureOf(state.kept);
  return { state, picture, assessment: assess(knowledge, picture), news };
};

const lead = (moves: readonly Move[], lang: Reader['lang']): string => {
  const last = moves.at(-1)?.do;
  return last === 'undo' ? messages.undone[lang] : last === 'forget' ? messages.forgotten[lang] : '';
};

const noneDue: ReadonlySet<FactId> = new Set();

const slugIn = (hash: string): string | undefined => /[#&]case=([a-z0-9-]+)/.exec(hash)?.[1];

/** The answers of this device, what follows from them, and what the last change did. All of it is computed here. */
export const useCheck = (knowledge: DutyKnowledge, cases: CaseFacts, shelf: Shelf | undefined, lang: Reader['lang']): DeviceCheck => {
  const defs = useMemo(() => new Map<FactId, FactDef>(knowledge.facts.map((d) => [d.id, d])), [knowledge]);
  const fillOf = (hash: string): Extract<Move, { do: 'fill' }> | undefined => {
    const slug = slugIn(hash);
    if (slug === undefined || !Object.hasOwn(cases, slug)) return undefined;
    const { facts } = readFacts(knowledge.facts, cases[slug], { lenient: true });
    return { do: 'fill', slug, facts, defs, at: new Date().toISOString() };
  };
  const [turn, setTurn] = useState<Turn>(() => {
    const kept: State = { kept: readKept(shelf, knowledge.facts), past: [] };
    const fill = fillOf(location.hash);
    const state = fill ? answersReducer(kept, fill) : kept;
    const filled = Object.values(state.kept.incident).filter((a) => a.from === 'case').length;
    const news = state !== kept && filled > 0 ? { text: messages.filled(filled)[lang], lines: [], correction: false } : undefined;
    return turnOf(knowledge, state, news);
  });
  const [saved, setSaved] = useState(true);
  useEffect(() => setSaved(writeKept(shelf, turn.state.kept)), [shelf, turn.state.kept]);

  const act = (...moves: readonly Move[]): void => {
    const next = turnOf(knowledge, moves.reduce(answersReducer, turn.state));
    const telling = moves.at(-1)?.do === 'answer' || moves.at(-1)?.do === 'clear';
    const said = newsOf(telling ? turn.assessment : next.assessment, next.assessment, lang);
    const led = lead(moves, lang);
    setTurn({ ...next, news: { ...said, tally: led === '' && said.tally === true, text: [led, said.text].filter(Boolean).join(' ') } });
  };
  useEffect(() => {
    const follow = (): void => {
      const fill = fillOf(location.hash);
      if (fill) act(fill);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  });
  const { state, picture, assessment, news } = turn;
  return {
    answers: answersOf(state.kept),
    due: noneDue,
    also: [],
    picture,
    assessment,
    news,
    canUndo: state.past.length > 0,
    onRecord: false,
    act,
    kept: state.kept,
    saved,
  };
};
