import { askNext, assessCase, findCase } from '../../app/index.ts';
import { codeNameOf, type Draft, type Known, readSaid, withoutZone } from '../../core/index.ts';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { printCase } from '../print/print-case.ts';
import { printQuestions } from '../print/print-questions.ts';
import { atDesk, recordOptions } from '../record/open-desk.ts';
import { nameOf } from '../record/say-lines.ts';
import { printJson, refuseProblem } from './case-options.ts';

export const reportCommand: Command = {
  name: 'report',
  summary: { ja: '起きたことを記録しはじめる', en: 'Begin the record of what has happened' },
  usage: ['report --case malware --text "…" --noticed-at 2026-11-25T09:14:00+09:00 [--drill] [--data DIR] [--json]'],
  options: {
    case: { type: 'string', hint: 'NAME', help: { ja: '場面（npx shodo case で一覧）', en: 'The case (npx shodo case lists them)' } },
    text: { type: 'string', hint: 'TEXT', help: { ja: '何が起きたか、ひとことで', en: 'What happened, in a few words' } },
    'noticed-at': {
      type: 'string',
      hint: 'MOMENT',
      help: { ja: '最初に気づいた日時、または日付', en: 'When anyone first noticed: a moment, or a day' },
    },
    drill: { type: 'boolean', help: { ja: '訓練として記録する', en: 'Record it as a drill' } },
    ...recordOptions,
  },
  words: 0,
  run: async (context, values) => {
    const bundle = context.bundle();
    const found = findCase(bundle, needOption(values, 'case'));
    if (!found.ok) return refuseProblem(context, values, found.error);
    const noticed = typeof values['noticed-at'] === 'string' ? values['noticed-at'] : undefined;
    if (noticed !== undefined && !readSaid(noticed))
      throw new Refused(exitCodes.mistake, {
        ja: `--noticed-at の「${noticed}」は日時として読めません。例：2026-11-25T09:14:00+09:00`,
        en: `“${noticed}” in --noticed-at is not a moment. Example: 2026-11-25T09:14:00+09:00`,
      });
    const facts: Record<string, Known> = noticed === undefined ? {} : { knownAt: withoutZone(noticed) };
    if (noticed !== undefined) {
      const checked = assessCase(bundle, { facts }, { now: context.now(), lenient: false });
      if (!checked.ok) return refuseProblem(context, values, checked.error);
    }
    const text = typeof values.text === 'string' ? values.text : undefined;
    const draft: Draft = {
      kind: 'incident.reported',
      body: {
        zone: 'Asia/Tokyo',
        bundle: bundle.hash,
        playbook: found.value.id,
        ...(text !== undefined && { text: { text } }),
        ...(noticed !== undefined && { facts }),
        ...(values.drill === true && { drill: true }),
      },
    };
    return atDesk(
      context,
      values,
      async (desk) => {
        const id = desk.newId();
        await desk.say(`incident:${id}`, [draft]);
        const whole = await desk.whole(`incident:${id}`);
        const asked = askNext(bundle, { facts }, { now: context.now(), lenient: false });
        const questions = asked.ok ? asked.value.questions.slice(0, 3) : [];
        if (values.json) {
          await printJson(context, {
            id,
            name: codeNameOf(id),
            log: whole.log,
            seq: whole.incident.seq,
            chain: whole.incident.chain,
            questions,
          });
          return exitCodes.ok;
        }
        const { lang } = context;
        const ja = lang === 'ja';
        await context.out(
          [
            `${ja ? '記録しました' : 'Recorded'}${ja ? '：' : ': '}${nameOf(whole, lang)}`,
            `  ${id}`,
            '',
            printCase(found.value, bundle.flow, lang, false),
            ja ? '次に確かめること' : 'Find out next',
            printQuestions(questions, lang),
            ja ? `答えるとき：npx shodo facts ${id.slice(0, 13)} 名前=答え` : `To answer: npx shodo facts ${id.slice(0, 13)} name=answer`,
            '',
          ].join('\n'),
        );
        return exitCodes.ok;
      },
      { begin: true },
    );
  },
};
