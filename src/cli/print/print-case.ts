import type { CaseList } from '../../app/index.ts';
import type { AnswerId, Branch, FlowBox, Lang, Phase, Playbook, Step } from '../../core/index.ts';
import { inBrackets } from './lines.ts';

const words = {
  why: { ja: 'なぜ', en: 'Why' },
  dont: { ja: '注意', en: 'Careful' },
  cannot: { ja: 'できないとき', en: 'If you cannot' },
  howToTell: { ja: '見分け方', en: 'How to tell' },
  yes: { ja: 'はい', en: 'Yes' },
  no: { ja: 'いいえ', en: 'No' },
  unknown: { ja: 'わからない', en: 'Don’t know' },
} as const;

const answers: readonly AnswerId[] = ['yes', 'no', 'unknown'];

const named = (name: keyof typeof words, text: string, lang: Lang): string => `${words[name][lang]}${lang === 'ja' ? '：' : ': '}${text}`;

const stepLines = (step: Step, head: string, lang: Lang): string[] => {
  const indent = ' '.repeat(head.length);
  return [
    `${head}${step.do[lang]}`,
    ...(step.more ?? []).map((t) => `${indent}- ${t[lang]}`),
    `${indent}${named('why', step.why[lang], lang)}`,
    ...step.dont.map((t) => `${indent}${named('dont', t[lang], lang)}`),
    `${indent}${named('cannot', step.cannot[lang], lang)}`,
  ];
};

const branchLines = (branch: Branch, lang: Lang): string[] => [
  `   ? ${branch.question[lang]}`,
  `     ${named('howToTell', branch.howToTell[lang], lang)}`,
  ...answers.flatMap((id) => {
    const answer = branch.answers[id];
    const label = answer.label?.[lang] ?? words[id][lang];
    return [`     ${label} → ${answer.then[lang]}`, ...answer.steps.flatMap((s) => stepLines(s, '       + ', lang))];
  }),
];

const phaseLines = ({ id, steps, branches }: Phase, flow: readonly FlowBox[], lang: Lang): string[] => {
  const box = flow.find((b) => b.id === id);
  const after = (step: string | undefined): string[] => branches.filter((b) => b.after === step).flatMap((b) => branchLines(b, lang));
  const homeless = branches.filter((b) => !steps.some((s) => s.id === b.after)).flatMap((b) => branchLines(b, lang));
  return [
    '',
    box ? `${box.name[lang]}${inBrackets(box.span[lang], lang)}` : id,
    ...steps.flatMap((step, i) => [...stepLines(step, `${i + 1}. `, lang), ...after(step.id)]),
    ...homeless,
  ];
};

/** The first moves of a case as calm text; with `all`, every phase. */
export const printCase = (playbook: Playbook, flow: readonly FlowBox[], lang: Lang, all: boolean): string => {
  const phases = all ? playbook.phases : playbook.phases.slice(0, 1);
  const rest = lang === 'ja' ? `続き：npx shodo case ${playbook.slug} --all` : `The rest: npx shodo case ${playbook.slug} --all`;
  return [
    `${playbook.title[lang]}  ${playbook.id}`,
    playbook.lead[lang],
    ...phases.flatMap((phase) => phaseLines(phase, flow, lang)),
    ...(all || playbook.phases.length < 2 ? [] : ['', rest]),
    '',
  ].join('\n');
};

/** The cases to choose from. */
export const printCaseNames = ({ cases }: CaseList, lang: Lang): string =>
  [lang === 'ja' ? '何が起きましたか' : 'What happened?', ...cases.map((c) => `  ${c.title[lang]} → npx shodo case ${c.slug}`), ''].join(
    '\n',
  );
