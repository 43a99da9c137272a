import type { NextQuestion } from '../../app/index.ts';
import type { Lang } from '../../core/index.ts';
import { joined, labelled } from './lines.ts';

/** The open questions, most decisive first, with the duties that each settles. */
export const printQuestions = (questions: readonly NextQuestion[], lang: Lang): string => {
  if (questions.length === 0) return lang === 'ja' ? '確かめることは残っていません。\n' : 'Nothing is left to find out.\n';
  const lines = questions.flatMap(({ fact, question, help, why, values = [] }, i) => [
    `${i + 1}. ${question[lang]}  ${fact}`,
    ...(help ? [`   ${help[lang]}`] : []),
    ...(values.length > 0 ? [`   ${values.map((v) => `${v.label[lang]} = ${v.id}`).join(' / ')}`] : []),
    `   ${labelled(
      'settles',
      joined(
        why.slice(0, 3).map((t) => t[lang]),
        lang,
      ),
      lang,
    )}`,
  ]);
  return `${lines.join('\n')}\n`;
};
