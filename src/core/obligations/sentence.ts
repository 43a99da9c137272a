import type { Text } from '../knowledge/text.ts';
import type { Decision } from './decide.ts';
import { carriers, isUnless, type Why } from './evaluate.ts';
import { type By, carriedBy, type Defs, labelOf, liftsOf, sayKnown } from './explain.ts';

/** A reason small enough for a sentence: a condition that the law names, or an answer where it names none. */
type Point = { readonly why: Why; readonly holds: boolean; readonly chosen: boolean };

/** What a yes rests on: the deepest named conditions that hold; exclusions that do not are passed over. */
const holdingPoints = (why: Why, by: By, chosen = false): readonly Point[] => {
  if (isUnless(why)) return [];
  const below = carriers(why, by).flatMap((k) => holdingPoints(k, by, chosen || why.cond.op === 'any'));
  const named = below.some((p) => labelOf(p.why));
  return why.cond.op === 'test' || (labelOf(why) && !named) ? [{ why, holds: why[by] === 2, chosen }] : below;
};

/**
 * What a no rests on. One failing part of an `all` is enough to say; of an `any` every alternative fails and must be said,
 * or the sentence would be false.
 */
const failingPoints = (why: Why): readonly Point[] => {
  const self: Point = { why, holds: why.v === 2, chosen: false };
  if (why.cond.op === 'test') return [self];
  if (why.cond.op === 'not')
    return labelOf(why.kids[0] as Why) ? [{ ...self, why: why.kids[0] as Why, holds: true }] : holdingPoints(why.kids[0] as Why, 'v');
  const failing = carriers(why);
  const below = why.cond.op === 'all' ? failingPoints(failing[0] as Why) : failing.flatMap(failingPoints);
  return labelOf(why) && !below.some((p) => labelOf(p.why)) ? [self] : below;
};

const most = 5;

const pointsToSay = (decision: Decision): readonly Point[] => {
  if (decision.why.v === 0) return failingPoints(decision.why);
  const by = carriedBy(decision);
  const found = by ? holdingPoints(decision.why, by) : [];
  // The alternative that was met comes before what every case shares; two are enough for a sentence.
  const ranked = [...found.filter((p) => p.chosen && labelOf(p.why)), ...found.filter((p) => labelOf(p.why)), ...found];
  return [...new Set(ranked)].slice(0, 2);
};

const quote = (texts: readonly Text[]): Text => ({
  ja: texts.map((t) => `「${t.ja}」`).join(''),
  en: texts.map((t) => `“${t.en}”`).join(', '),
});

const sayPoint = ({ why, holds }: Point, last: boolean, defs: Defs): Text => {
  const label = labelOf(why);
  if (label)
    return {
      ja: `「${label.ja}」に${holds ? (last ? 'あたる' : 'あたり') : last ? 'あたらない' : 'あたらず'}`,
      en: `“${label.en}” ${holds ? 'holds' : 'does not hold'}`,
    };
  const def = defs.get(why.cond.op === 'test' ? why.cond.fact : '');
  const answer = sayKnown(why.known, def);
  return { ja: `「${def?.question.ja}」が「${answer.ja}」${last ? 'の' : 'で'}`, en: `“${def?.question.en}” is answered “${answer.en}”` };
};

const sayPoints = (points: readonly Point[], defs: Defs): Text => {
  const labels = points.flatMap((p) => (p.holds ? [] : (labelOf(p.why) ?? [])));
  if (points.length > 1 && labels.length === points.length) {
    const said = quote(labels.slice(0, most));
    const more = labels.length > most;
    return { ja: `${said.ja}${more ? 'など' : ''}のどれにもあたらない`, en: `none of these holds: ${said.en}${more ? ' and others' : ''}` };
  }
  const parts = points.slice(0, most).map((p, i, all) => sayPoint(p, i === all.length - 1, defs));
  return { ja: parts.map((p) => p.ja).join('、'), en: parts.map((p) => p.en).join(' and ') };
};

const sayOpen = (decision: Decision, defs: Defs): Text => {
  const asks = quote(decision.missing.slice(0, 2).map((f) => defs.get(f)?.question ?? { ja: f, en: f }));
  const more = decision.missing.length - 2;
  return more > 0
    ? {
        ja: `${asks.ja}など（ほか${more}問）が分かれば、決まります。`,
        en: `It can be settled once this and ${more} more are known: ${asks.en}.`,
      }
    : { ja: `${asks.ja}が分かれば、決まります。`, en: `It can be settled once this is known: ${asks.en}.` };
};

/** The answer in one sentence. */
export const sentenceOf = (decision: Decision, defs: Defs): Text => {
  const { why, presumed } = decision;
  if (why.v === 1 && !presumed) return sayOpen(decision, defs);
  const said = sayPoints(pointsToSay(decision), defs);
  if (!presumed) return { ja: `${said.ja}ため。`, en: `Because ${said.en}.` };
  const lifts = quote(liftsOf(why, defs).map((l) => l.text));
  return {
    ja: `${said.ja ? `${said.ja}ため。` : ''}除かれるかどうか（${lifts.ja}）が分かるまでは、必要とみなします。`,
    en: `${said.en ? `Because ${said.en}. ` : ''}Until it is known whether an exclusion applies (${lifts.en}), it is taken as needed.`,
  };
};
