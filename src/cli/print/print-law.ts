import type { LawShown } from '../../app/index.ts';
import type { Lang } from '../../core/index.ts';
import { inBrackets, levels } from './lines.ts';
import { sayMoment } from './say-moment.ts';

/** The duties in force on a day, and what is enacted but still to come. */
export const printLaw = ({ on, rules, pending, nextTurn }: LawShown, lang: Lang): string => {
  const ja = lang === 'ja';
  const duties = rules.map((r) => `  ${r.label[lang]}${inBrackets(`${r.cite} ${levels[r.level]?.[lang] ?? ''}`, lang)}  ${r.id}`);
  const coming = pending.flatMap((p) => {
    const until = p.latest ? (ja ? `遅くとも ${p.latest}` : `by ${p.latest} at the latest`) : ja ? '日は未定' : 'day not fixed';
    return [`  ${p.label[lang]}${inBrackets(p.from ?? until, lang)}`, `    ${p.effect[lang]}`];
  });
  return [
    `${sayMoment(on, lang)}${ja ? ' に効いている定め' : ': in force'}${inBrackets(String(rules.length), lang)}`,
    ...duties,
    ...(coming.length > 0 ? ['', ja ? '決まっているが、まだ効いていない改正' : 'Enacted, changing nothing yet', ...coming] : []),
    ...(nextTurn ? ['', ja ? `次に変わる日：${sayMoment(nextTurn, lang)}` : `Next change: ${sayMoment(nextTurn, lang)}`] : []),
    '',
  ].join('\n');
};
