import type { FactDef, FactId, Known } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import type { Decision } from './decide.ts';
import { carriers, missingIn, type Why } from './evaluate.ts';

export type Defs = ReadonlyMap<FactId, FactDef>;

export type Reason = { readonly text: Text; readonly cite: string };

const both = (make: (lang: 'ja' | 'en') => string): Text => ({ ja: make('ja'), en: make('en') });

const list = (values: readonly string[], def: FactDef | undefined, lang: 'ja' | 'en'): string =>
  values.map((v) => def?.values?.find((d) => d.id === v)?.label[lang] ?? v).join(lang === 'ja' ? '・' : ', ');

/** What is known of a fact, in words. */
export const sayKnown = (known: Known | undefined, def: FactDef | undefined): Text =>
  both((lang) => {
    const ja = lang === 'ja';
    if (known === undefined) return ja ? 'わからない' : 'not known';
    if (typeof known === 'boolean') return known ? (ja ? 'はい' : 'yes') : ja ? 'いいえ' : 'no';
    if (typeof known === 'string') return list([known], def, lang);
    if (typeof known === 'number') return String(known);
    if (Array.isArray(known)) return known.length ? list(known, def, lang) : ja ? 'どれもない' : 'none of them';
    const k = known as { in?: string[]; has?: string[]; not?: string[]; min?: number; max?: number; after?: string; before?: string };
    if (k.in) return list(k.in, def, lang) + (ja ? ' のどれか' : ' (one of)');
    if (k.has || k.not)
      return [
        k.has?.length ? list(k.has, def, lang) : '',
        k.not?.length ? (ja ? `ちがう：${list(k.not, def, lang)}` : `not: ${list(k.not, def, lang)}`) : '',
      ]
        .filter(Boolean)
        .join(ja ? '、' : '; ');
    return `${k.min ?? k.after ?? ''}${ja ? '〜' : ' – '}${k.max ?? k.before ?? ''}`;
  });

/**
 * How a node carries its answer: by its value, or, while only exclusions are open, by the value it has until one lifts
 * it. Open answers are carried by nothing.
 */
export type By = 'v' | 'p';

/** See By; undefined for an answer that is open. */
export const carriedBy = ({ why, presumed }: Decision): By | undefined => (why.v !== 1 ? 'v' : presumed ? 'p' : undefined);

/** What the law calls a condition; undefined where it has no name of its own. */
export const labelOf = (why: Why): Text | undefined => ('label' in why.cond ? why.cond.label : undefined);

const hasLabel = (why: Why, by: By): boolean => labelOf(why) !== undefined || carriers(why, by).some((k) => hasLabel(k, by));

/** A leaf of the law in words: the question and the answer given. */
const sayLeaf = (why: Why, defs: Defs): Text => {
  const fact = why.cond.op === 'test' ? why.cond.fact : '';
  const def = defs.get(fact);
  const answer = sayKnown(why.known, def);
  return both((lang) => `${def?.question[lang] ?? fact}${lang === 'ja' ? '→' : ' → '}${answer[lang]}`);
};

const sayLabel = (label: Text, holds: boolean): Text =>
  holds ? label : { ja: `${label.ja}：あたらない`, en: `${label.en}: does not hold` };

const walkPath = (why: Why, defs: Defs, by: By, cite: string): readonly Reason[] => {
  const own = why.cond.cite ?? cite;
  if (why.cond.op === 'test') return [{ text: sayLeaf(why, defs), cite: own }];
  const inner = carriers(why, by);
  const below = inner.flatMap((k) => walkPath(k, defs, by, own));
  const label = labelOf(why);
  return label && !inner.some((k) => hasLabel(k, by)) ? [{ text: sayLabel(label, why[by] === 2), cite: own }, ...below] : below;
};

/**
 * The conditions that decide, each with its citation: the deepest ones that the law names, and under them the answers
 * given. Empty while the answer is open.
 */
export const pathOf = (decision: Decision, defs: Defs): readonly Reason[] => {
  const by = carriedBy(decision);
  return by ? walkPath(decision.why, defs, by, decision.rule.cite) : [];
};

/** Exclusions that are still open in a presumed answer: confirming one would lift the duty. */
export const liftsOf = (why: Why, defs: Defs): readonly (Reason & { readonly facts: readonly FactId[] })[] => {
  if (why.v !== 1) return [];
  if (why.cond.op === 'not' && why.cond.unless) {
    const kid = why.kids[0] as Why;
    const facts = [...missingIn(kid)];
    const questions = both((lang) => facts.map((f) => defs.get(f)?.question[lang] ?? f).join(lang === 'ja' ? '／' : ' / '));
    return [{ text: labelOf(why) ?? labelOf(kid) ?? questions, cite: why.cond.cite ?? kid.cond.cite ?? '', facts }];
  }
  return why.kids.flatMap((k) => liftsOf(k, defs));
};

/** The citations of an answer: the rule's own and those of the conditions that decide. */
export const citesOf = (path: readonly Reason[], own: string): readonly string[] =>
  [...new Set([own, ...path.map((r) => r.cite)])].filter(Boolean);
