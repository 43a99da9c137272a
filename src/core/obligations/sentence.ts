import type { Text } from '../knowledge/text.ts';
import type { Decision } from './decide.ts';
import { carriers, type Why } from './evaluate.ts';
import { type By, carriedBy, type Defs, labelOf, liftsOf, sayKnown } from './explain.ts';

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
