import type { AssessResult, ObligationResult, StageResult } from '../../app/index.ts';
import type { DutyKnowledge, Lang } from '../../core/index.ts';
import { inBrackets, joined, labelled, levels, type Word, word } from './lines.ts';
import { sayMoment } from './say-moment.ts';

const by = (moment: string, lang: Lang): string => (lang === 'ja' ? `${sayMoment(moment, lang)} まで` : `by ${sayMoment(moment, lang)}`);

const stageLines = (stage: StageResult, sure: boolean, lang: Lang): string[] => {
  const { latest, target, outer, alternatives = [] } = stage;
  const when = latest === null ? (stage.undated?.[lang] ?? '') : `${sure ? '' : word('ifApplies', lang)}${by(latest, lang)}`;
  const marks = [
    ...(latest !== null && target !== null ? [`${word('target', lang)} ${sayMoment(target, lang)}`] : []),
    ...(outer ? [`${word('outer', lang)} ${sayMoment(outer, lang)}`] : []),
    ...(['overdue', 'provisional', 'assumed'] as const).filter((mark) => stage[mark]).map((mark) => word(mark, lang)),
    ...(stage.strength === 'unconfirmed' ? [word('unconfirmed', lang)] : []),
  ];
  const name = `${stage.label[lang]}${lang === 'ja' ? '：' : ': '}`;
  const dated = latest !== null || alternatives.some((a) => a.latest !== null);
  const others = (dated ? alternatives : []).map(
    (a) => `      ${labelled('alternatives', `${a.if[lang]} → ${a.latest === null ? word('noDate', lang) : by(a.latest, lang)}`, lang)}`,
  );
  return [`    ${name}${when}${marks.length > 0 ? inBrackets(joined(marks, lang), lang) : ''}`, ...others];
};

/** Certain recipients first; the others in brackets, since it is still open which of them. */
const sayRecipients = ({ recipients }: ObligationResult, lang: Lang): string => {
  const named = (certain: boolean): string[] => [...new Set(recipients.filter((r) => r.certain === certain).map((r) => r.label[lang]))];
  const sure = named(true);
  const open = named(false).filter((label) => !sure.includes(label));
  const or = lang === 'ja' ? `または ${joined(open, lang)}` : `or ${joined(open, lang)}`;
  return sure.length === 0 ? joined(open, lang) : `${joined(sure, lang)}${open.length > 0 ? inBrackets(or, lang) : ''}`;
};

/** What is to be checked about a recipient, and its office in the place, or the words that lead there. */
const placeLines = ({ check, office }: ObligationResult['recipients'][number], lang: Lang): string[] => {
  const named = office?.offices.map((o) => o.label[lang]) ?? [];
  return [
    ...(check ? [`      ${check[lang]}`] : []),
    ...(office && named.length > 0 ? [`      ${office.label[lang]}${lang === 'ja' ? '：' : ': '}${joined(named, lang)}`] : []),
    ...(office && named.length === 0 ? [`      ${office.national.label[lang]}${lang === 'ja' ? '：' : ': '}${office.ask[lang]}`] : []),
  ];
};

const dutyLines = (o: ObligationResult, lang: Lang): string[] => [
  `  ■ ${o.label[lang]}${inBrackets(levels[o.level]?.[lang] ?? o.level, lang)}  ${o.id}`,
  `    ${labelled('why', o.because[lang], lang)}`,
  ...(o.recipients.length > 0 ? [`    ${labelled('to', sayRecipients(o, lang), lang)}`] : []),
  ...o.recipients.filter((r) => r.certain).flatMap((r) => placeLines(r, lang)),
  ...(o.commonForms ?? []).filter((f) => f.certain).map((f) => `    ${labelled('form', f.title[lang], lang)}`),
  ...o.stages.flatMap((s) => stageLines(s, o.applies === 'yes' || o.presumed === true, lang)),
  ...(o.liftedBy ?? []).map((l) => `    ${labelled('lifts', `${l.text[lang]}${inBrackets(l.cite, lang)}`, lang)}`),
  `    ${labelled('law', joined(o.cites, lang), lang)}`,
];

const section = (name: Word, list: readonly ObligationResult[], lines: (o: ObligationResult) => string[], lang: Lang): string[] =>
  list.length === 0 ? [] : ['', `${word(name, lang)}${inBrackets(String(list.length), lang)}`, ...list.flatMap(lines)];

/** Where another listed duty is the same filing and already says as much, it is said once, as on the screens. */
const listedDuties = (all: readonly ObligationResult[]): readonly ObligationResult[] =>
  all.filter((o) => {
    const into = all.find((other) => other.id === o.mergedInto);
    return !(into && (into.applies === 'yes' || into.presumed || into.applies === o.applies || o.applies === 'no'));
  });

/** The answer as calm text: needed, cannot tell, not needed, then what to find out next. */
export const printAssessment = (result: AssessResult, { facts }: DutyKnowledge, lang: Lang): string => {
  const { questions, ignored, differences = [] } = result;
  const obligations = listedDuties(result.obligations);
  const full = (o: ObligationResult): string[] => dutyLines(o, lang);
  const brief = (o: ObligationResult): string[] => [`  ・${o.label[lang]}  ${o.id}`, `    ${o.because[lang]}`];
  const ask = questions.slice(0, 5).map((q, i) => `  ${i + 1}. ${facts.find((d) => d.id === q.fact)?.question[lang] ?? q.fact}  ${q.fact}`);
  const lines = [
    ...section(
      'needed',
      obligations.filter((o) => o.applies === 'yes'),
      full,
      lang,
    ),
    ...section(
      'presumed',
      obligations.filter((o) => o.presumed),
      full,
      lang,
    ),
    ...section(
      'open',
      obligations.filter((o) => o.applies === 'unknown' && !o.presumed),
      full,
      lang,
    ),
    ...section(
      'notNeeded',
      obligations.filter((o) => o.applies === 'no'),
      brief,
      lang,
    ),
    ...(ask.length > 0 ? ['', word('ask', lang), ...ask] : []),
    ...(differences.length > 0
      ? [
          '',
          labelled(
            'differences',
            joined(
              differences.map((d) => d.fact),
              lang,
            ),
            lang,
          ),
        ]
      : []),
    ...(ignored.length > 0 ? ['', labelled('ignored', joined(ignored, lang), lang)] : []),
    '',
    word('advice', lang),
    '',
  ];
  return lines.slice(1).join('\n');
};
