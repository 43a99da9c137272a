import type { Explanation } from '../../app/index.ts';
import type { Lang } from '../../core/index.ts';
import { inBrackets, joined, labelled } from './lines.ts';

const verdicts = {
  yes: { ja: 'あたる', en: 'yes' },
  no: { ja: 'あたらない', en: 'no' },
  unknown: { ja: 'わからない', en: 'cannot tell' },
} as const;

const say = (lang: Lang, ja: string, en: string): string => (lang === 'ja' ? ja : en);

/** Sentence, deciding conditions with their citations, the derivation of each date, then the whole ladder. */
export const printExplanation = (explanation: Explanation, lang: Lang): string => {
  const { obligation, path, flippedBy, missing, ladder, how, caveats, sources } = explanation;
  const cited = (text: string, cite: string): string => `${text}${cite ? inBrackets(cite, lang) : ''}`;
  const dates = obligation.stages.flatMap((s) => [
    `  ${s.label[lang]} → ${s.latest ?? s.undated?.[lang] ?? '—'}${inBrackets(s.cite, lang)}`,
    ...s.steps.map((step) => `    ${step[lang]}`),
  ]);
  const part = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? ['', title, ...lines] : []);
  return [
    `${obligation.label[lang]}  ${obligation.id}`,
    `${verdicts[obligation.applies][lang]}${obligation.presumed ? inBrackets(say(lang, '必要とみなす', 'taken as needed'), lang) : ''}`,
    obligation.because[lang],
    ...part(
      say(lang, '決め手', 'What decides'),
      path.map((p) => `  ${cited(p.text[lang], p.cite)}`),
    ),
    ...part(
      say(lang, '確かめれば決まること', 'What would settle it'),
      missing.map((m) => `  ${m.question[lang]}  ${m.fact}`),
    ),
    ...part(
      say(lang, 'これが変われば「あたる」', 'It would apply if'),
      flippedBy.map((f) => `  ${f.question[lang]} → ${f.to[lang]}`),
    ),
    ...part(
      say(lang, '外れるとき', 'Lifted if'),
      (obligation.liftedBy ?? []).map((l) => `  ${cited(l.text[lang], l.cite)}`),
    ),
    ...part(say(lang, '日付の出し方', 'How the dates were counted'), dates),
    ...part(
      say(lang, '条件のすべて', 'Every condition'),
      ladder.map((l) => `  ${'  '.repeat(l.depth)}[${verdicts[l.value][lang]}] ${cited(l.text[lang], l.cite)}`),
    ),
    ...part(say(lang, '出し方', 'How to submit'), [`  ${how[lang]}`]),
    ...part(
      say(lang, '確かでないこと', 'What is not sure'),
      caveats.map((c) => `  ${c[lang]}`),
    ),
    ...part(
      say(lang, '出典', 'Sources'),
      sources.map((s) =>
        `  ${s.text}${s.edition ? inBrackets(s.edition, lang) : ''} ${say(lang, '読んだ日', 'read on')} ${s.readOn ?? '—'} ${s.url ?? ''}`.trimEnd(),
      ),
    ),
    '',
    labelled('law', joined(obligation.cites, lang), lang),
    '',
  ].join('\n');
};
