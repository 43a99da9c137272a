import type { LawShown } from '../../app/index.ts';
import type { Lang } from '../../core/index.ts';
import { inBrackets, levels } from './lines.ts';
import { sayMoment } from './say-moment.ts';

/** The duties in force on a day, and what is enacted but still to come. */
export const printLaw = ({ on, rules, pending, nextTurn }: LawShown, lang: Lang): string => {
  const ja = lang === 'ja';
  const duties = rules.map((r) => `  ${r.label[lang]}${inBrackets(`${r.cite} ${levels[r.level]?.[lang] ?? ''}`, lang)}  ${r.id}`);
  const lines = (list: LawShown['pending']): string[] =>
    list.flatMap((p) => {
      const until = p.latest ? (ja ? `遅くとも ${p.latest}` : `by ${p.latest} at the latest`) : ja ? '日は未定' : 'day not fixed';
      return [`  ${p.label[lang]}${inBrackets(p.from ?? until, lang)}`, `    ${p.effect[lang]}`];
    });
  const hasBegun = ({ from }: LawShown['pending'][number]): boolean => from !== null && from <= on;
  const begun = lines(pending.filter(hasBegun));
  const coming = lines(pending.filter((p) => !hasBegun(p)));
  return [
    `${sayMoment(on, lang)}${ja ? ' に効いている定め' : ': in force'}${inBrackets(String(rules.length), lang)}`,
    ...duties,
    ...(begun.length > 0
      ? ['', ja ? 'この日には始まっているが、答えにはまだ入れていない改正' : 'Begun by that day, not yet in these answers', ...begun]
      : []),
    ...(coming.length > 0 ? ['', ja ? '決まっているが、まだ効いていない改正' : 'Enacted, changing nothing yet', ...coming] : []),
    ...(nextTurn ? ['', ja ? `次に変わる日：${sayMoment(nextTurn, lang)}` : `Next change: ${sayMoment(nextTurn, lang)}`] : []),
    '',
  ].join('\n');
};
