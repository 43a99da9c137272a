import { draftOf, type FilingDraft, type Lang } from '../../core/index.ts';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { atDesk, needIncident, recordOptions } from '../record/open-desk.ts';
import { printJson } from './case-options.ts';

const states = {
  filled: { ja: '', en: '' },
  'under-investigation': { ja: '調査中', en: 'under investigation' },
  gap: { ja: '未記入', en: 'gap' },
  'optional-empty': { ja: '空き（なくてもよい）', en: 'empty (optional)' },
} as const;

const aid = {
  ja: '提出用ではありません。読むための参考です。相手が読む言葉は英語です。',
  en: 'Not for submission. A reading aid: the recipient reads Japanese.',
} as const;

const printDraft = ({ form, stage, fields }: FilingDraft, lang: Lang): string => {
  const label = form.stages?.find((s) => s.id === stage)?.label[lang] ?? stage;
  return [
    `${form.title[lang]}  ${label}`,
    ...(form.lang !== undefined && form.lang !== lang ? [aid[lang]] : []),
    ...fields.flatMap(({ field, text, state, missing }) => [
      '',
      `${field.label[lang]}${states[state][lang] ? `  [${states[state][lang]}]` : ''}`,
      ...(text[lang] ? text[lang].split('\n').map((line) => `  ${line}`) : []),
      ...missing.flatMap(({ fact }) => (fact === undefined ? [] : [`  ${lang === 'ja' ? '確かめる' : 'Find out'}: ${fact}`])),
    ]),
    '',
  ].join('\n');
};

export const draftCommand: Command = {
  name: 'draft',
  summary: { ja: '記録から報告の下書きを作る', en: 'Draft a report from the record' },
  usage: ['draft ID [--form F-01] [--stage preliminary] [--json]'],
  options: {
    form: { type: 'string', hint: 'ID', help: { ja: '様式（なければ最初のもの）', en: 'The form (default: the first)' } },
    stage: { type: 'string', hint: 'NAME', help: { ja: '段階（はじめは preliminary）', en: 'The stage (default: preliminary)' } },
    ...recordOptions,
  },
  words: 1,
  run: async (context, values, words) =>
    atDesk(context, values, async (desk) => {
      const forms = desk.bundle.forms.filter((f) => f.kind !== 'notice');
      const notice = desk.bundle.forms.find((f) => f.kind === 'notice' && f.id === values.form);
      if (notice)
        throw new Refused(exitCodes.notFound, {
          ja: `「${notice.title.ja}」の文は、ここではまだ作れません。人が言葉を選ぶお知らせです。`,
          en: `"${notice.title.en}" cannot be drafted here yet: people choose the words of a notice.`,
        });
      const form = values.form === undefined ? forms[0] : forms.find((f) => f.id === values.form);
      const stage = typeof values.stage === 'string' ? values.stage : (form?.stages?.[0]?.id ?? 'preliminary');
      if (!form?.stages?.some((s) => s.id === stage))
        throw new Refused(exitCodes.notFound, {
          ja: `その様式か段階はありません。あるもの：${forms.map((f) => `${f.id}（${(f.stages ?? []).map((s) => s.id).join('・')}）`).join('、')}`,
          en: `There is no such form or stage. There are: ${forms.map((f) => `${f.id} (${(f.stages ?? []).map((s) => s.id).join(', ')})`).join('; ')}`,
        });
      const whole = await desk.whole(await desk.find(needIncident(words)));
      const draft = draftOf(form, stage, { ...whole, ...desk.bundle, knowledge: desk.bundle });
      if (values.json)
        await printJson(context, {
          id: whole.id,
          form: form.id,
          stage,
          bundle: draft.bundle,
          head: whole.incident.chain,
          fields: draft.fields.map(({ field, text, state, missing }) => ({ field: field.id, label: field.label, text, state, missing })),
        });
      else await context.out(printDraft(draft, context.lang));
      return exitCodes.ok;
    }),
};
