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

/** A leaf of the law in words: the question and the answer given. */
const sayLeaf = (why: Why, defs: Defs): Text => {
  const fact = why.cond.op === 'test' ? why.cond.fact : '';
  const def = defs.get(fact);
  const answer = sayKnown(why.known, def);
  const stem = (lang: 'ja' | 'en'): string => def?.question[lang] ?? fact;
  return both((lang) => `${stem(lang)}${lang === 'ja' ? '→' : ' → '}${answer[lang]}`);
};

/** The conditions that decide, each with its citation: the deepest ones that the law names, else the leaves themselves. */
export const pathOf = (why: Why, defs: Defs, cite = ''): readonly Reason[] => {
  const own = why.cond.cite ?? cite;
  if (why.cond.op === 'test') return [{ text: sayLeaf(why, defs), cite: own }];
  const inner = carriers(why);
  const below = inner.flatMap((k) => pathOf(k, defs, own));
  const label = 'label' in why.cond ? why.cond.label : undefined;
  const named = label !== undefined && !inner.some((k) => hasLabel(k));
  return named ? [{ text: label, cite: own }, ...below] : below;
};

const hasLabel = (why: Why): boolean => ('label' in why.cond && why.cond.label !== undefined) || carriers(why).some(hasLabel);

/** Labels that decide, those of an alternative (`any`) before those every case shares. */
const decisive = (why: Why, chosen = false): { label: Text; chosen: boolean }[] => {
  const below = carriers(why).flatMap((k) => decisive(k, chosen || why.cond.op === 'any'));
  const label = 'label' in why.cond ? why.cond.label : undefined;
  return below.length || !label ? below : [{ label, chosen }];
};

/** Exclusions that are still open in a presumed answer: confirming one would lift the duty. */
export const liftsOf = (why: Why, defs: Defs): readonly (Reason & { readonly facts: readonly FactId[] })[] => {
  if (why.v !== 1) return [];
  if (why.cond.op === 'not' && why.cond.unless) {
    const kid = why.kids[0] as Why;
    const facts = [...missingIn(kid)];
    const label = why.cond.label ?? ('label' in kid.cond ? kid.cond.label : undefined);
    const text = label ?? both((lang) => facts.map((f) => defs.get(f)?.question[lang] ?? f).join(lang === 'ja' ? '／' : ' / '));
    return [{ text, cite: why.cond.cite ?? kid.cond.cite ?? '', facts }];
  }
  return why.kids.flatMap((k) => liftsOf(k, defs));
};

/** The answer in one sentence. */
export const sentenceOf = (decision: Decision, defs: Defs): Text => {
  const { why, presumed, missing } = decision;
  if (why.v === 1) {
    const asks = missing.slice(0, 3).map((f) => defs.get(f)?.question ?? { ja: f, en: f });
    const lifts = liftsOf(why, defs).slice(0, 2);
    return presumed
      ? both((l) =>
          l === 'ja'
            ? `除外にあたるか（${lifts.map((x) => x.text.ja).join('・')}）がまだ確かめられていないため、必要とみなします。`
            : `Whether an exclusion applies (${lifts.map((x) => x.text.en).join('; ')}) is not confirmed yet, so it is taken as needed.`,
        )
      : both((l) =>
          l === 'ja'
            ? `次のことが分かれば決まります：${asks.map((x) => x.ja).join('／')}`
            : `To settle it, find out: ${asks.map((x) => x.en).join(' / ')}`,
        );
  }
  const found = decisive(why);
  const picked = [...new Map([...found.filter((d) => d.chosen), ...found].map((d) => [d.label.ja, d.label])).values()].slice(0, 2);
  const leaves = picked.length
    ? picked
    : pathOf(why, defs)
        .slice(0, 2)
        .map((r) => r.text);
  const yes = why.v === 2;
  return both((l) => {
    const said = leaves.map((x) => (l === 'ja' ? `「${x.ja}」` : `“${x.en}”`)).join(l === 'ja' ? '' : ' and ');
    if (l === 'ja') return yes ? `${said}にあたるため。` : `${said}にあたらないため。`;
    return yes ? `Because this holds: ${said}.` : `Because this does not hold: ${said}.`;
  });
};

export const citesOf = (path: readonly Reason[], own: string): readonly string[] =>
  [...new Set([own, ...path.map((r) => r.cite)])].filter(Boolean);
