import type { FactDef, FactId, Facts } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import { evaluate, factsOf, missingIn } from '../obligations/evaluate.ts';
import type { FormLine, FormSaying } from './form.ts';
import { fillPlaces, placesIn } from './places.ts';
import { sayInLetter } from './say-values.ts';

/** What the sentences of a field say now: the words, the facts that carry them, and the facts that could still add some. */
export type Sentences = { readonly said: readonly Text[]; readonly used: readonly FactId[]; readonly open: readonly FactId[] };

export type Speaking = { readonly facts: Facts; readonly defs: ReadonlyMap<FactId, FactDef>; readonly zone: string };

const silent: Sentences = { said: [], used: [], open: [] };

const sayLine = ({ when, text }: FormLine, { facts, defs, zone }: Speaking): Sentences => {
  const why = when && evaluate(when, facts);
  const named = when ? [...factsOf(when)] : [];
  if (why?.v === 0) return { ...silent, used: named };
  if (why?.v === 1) return { ...silent, open: [...missingIn(why)] };
  const values = new Map<FactId, Text | undefined>();
  for (const fact of placesIn(text.ja)) {
    const def = defs.get(fact);
    values.set(fact, def && sayInLetter(facts[fact], def, zone));
  }
  const unsaid = [...values].flatMap(([fact, value]) => (value ? [] : [fact]));
  // A whole set without members leaves its place empty, and nothing is open about it.
  if (unsaid.length > 0) return { ...silent, open: unsaid.filter((fact) => !Array.isArray(facts[fact])) };
  const fill = (lang: 'ja' | 'en'): string => fillPlaces(text[lang], (fact) => values.get(fact)?.[lang] ?? '');
  return { said: [{ ja: fill('ja'), en: fill('en') }], used: [...named, ...values.keys()], open: [] };
};

const sayFirst = (lines: readonly FormLine[], speaking: Speaking): Sentences => {
  const tried = lines.map((line) => sayLine(line, speaking));
  const said = tried.find((t) => t.said.length > 0);
  return said ?? { said: [], used: tried.flatMap((t) => t.used), open: tried.flatMap((t) => t.open) };
};

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** The same sentence is said once, wherever it comes from. */
const once = (texts: readonly Text[]): readonly Text[] => [...new Map(texts.map((text) => [text.ja, text])).values()];

/** Says every sentence that what is known carries. What is not known is left open; it never becomes a "no". */
export const saySentences = (says: readonly FormSaying[], speaking: Speaking): Sentences => {
  const each = says.map((saying) => ('first' in saying ? sayFirst(saying.first, speaking) : sayLine(saying, speaking)));
  const used = unique(each.flatMap((s) => s.used));
  return { said: once(each.flatMap((s) => s.said)), used, open: unique(each.flatMap((s) => s.open)) };
};
