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
type By = 'v' | 'p';

const carriedBy = ({ why, presumed }: Decision): By | undefined => (why.v !== 1 ? 'v' : presumed ? 'p' : undefined);

const labelOf = (why: Why): Text | undefined => ('label' in why.cond ? why.cond.label : undefined);

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

/** A reason small enough for a sentence: a condition that the law names, or an answer where it names none. */
type Point = { readonly why: Why; readonly holds: boolean; readonly chosen: boolean; readonly excluding: boolean };

const pointsOf = (why: Why, by: By, chosen = false, excluding = false): readonly Point[] => {
  const inside = excluding || (why.cond.op === 'not' && why.cond.unless === true);
  const below = carriers(why, by).flatMap((k) => pointsOf(k, by, chosen || why.cond.op === 'any', inside));
  const named = below.some((p) => labelOf(p.why) && (p.holds || !p.excluding));
  return why.cond.op === 'test' || (labelOf(why) && !named) ? [{ why, holds: why[by] === 2, chosen, excluding }] : below;
};

/** At most two points. A yes rests on what holds, not on exclusions that do not; the alternative chosen comes first. */
const pointsToSay = (decision: Decision): readonly Point[] => {
  const by = carriedBy(decision);
  const found = by ? pointsOf(decision.why, by) : [];
  const telling = found.filter((p) => decision.why.v === 0 || !p.excluding);
  const ranked = [...telling.filter((p) => p.chosen && labelOf(p.why)), ...telling.filter((p) => labelOf(p.why)), ...telling];
  return [...new Set(ranked)].slice(0, 2);
};

const sayPoints = (points: readonly Point[], defs: Defs): Text => {
  const parts = points.map(({ why, holds }, i) => {
    const last = i === points.length - 1;
    const label = labelOf(why);
    if (label)
      return {
        ja: `「${label.ja}」に${holds ? (last ? 'あたる' : 'あたり') : last ? 'あたらない' : 'あたらず'}`,
        en: `“${label.en}” ${holds ? 'holds' : 'does not hold'}`,
      };
    const def = defs.get(why.cond.op === 'test' ? why.cond.fact : '');
    const answer = sayKnown(why.known, def);
    return { ja: `「${def?.question.ja}」が「${answer.ja}」${last ? 'の' : 'で'}`, en: `“${def?.question.en}” is answered “${answer.en}”` };
  });
  return { ja: parts.map((p) => p.ja).join('、'), en: parts.map((p) => p.en).join(' and ') };
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

const quote = (texts: readonly Text[]): Text => ({
  ja: texts.map((t) => `「${t.ja}」`).join(''),
  en: texts.map((t) => `“${t.en}”`).join(', '),
});

/** The answer in one sentence. */
export const sentenceOf = (decision: Decision, defs: Defs): Text => {
  const { why, presumed, missing } = decision;
  const said = sayPoints(pointsToSay(decision), defs);
  if (presumed) {
    const lifts = quote(
      liftsOf(why, defs)
        .slice(0, 2)
        .map((l) => l.text),
    );
    return {
      ja: `${said.ja ? `${said.ja}ため。` : ''}除かれるかどうか（${lifts.ja}）が分かるまでは、必要とみなします。`,
      en: `${said.en ? `Because ${said.en}. ` : ''}Until it is known whether an exclusion applies (${lifts.en}), it is taken as needed.`,
    };
  }
  if (why.v === 1) {
    const asks = quote(missing.slice(0, 2).map((f) => defs.get(f)?.question ?? { ja: f, en: f }));
    return { ja: `${asks.ja}が分かれば、決まります。`, en: `It can be settled once this is known: ${asks.en}.` };
  }
  return { ja: `${said.ja}ため。`, en: `Because ${said.en}.` };
};

/** The citations of an answer: the rule's own and those of the conditions that decide. */
export const citesOf = (path: readonly Reason[], own: string): readonly string[] =>
  [...new Set([own, ...path.map((r) => r.cite)])].filter(Boolean);
