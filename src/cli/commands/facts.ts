import { assessCase } from '../../app/index.ts';
import { type Draft, type FactId, type Json, readFacts } from '../../core/index.ts';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { atDesk, needIncident, recordOptions } from '../record/open-desk.ts';
import { readAnswers } from '../record/read-answers.ts';
import { changedDuties, nameOf, sayDutyChange } from '../record/say-lines.ts';
import { printJson, refuseProblem } from './case-options.ts';

export const factsCommand: Command = {
  name: 'facts',
  summary: { ja: 'わかったことを記録し、変わった届け出を出す', en: 'Record answers, and print which duties changed' },
  usage: ['facts ID maliciousAct=yes subjectsMax=1200 [--learned MOMENT] [--json]', 'facts ID subjectsMax=800 --correct --reason "…"'],
  options: {
    learned: {
      type: 'string',
      hint: 'MOMENT',
      help: { ja: 'どこかの部署が知った日時（なければいま記録）', en: 'When any department learned it' },
    },
    correct: { type: 'boolean', help: { ja: '前の答えを直す（--reason が要る）', en: 'Correct an earlier answer (needs --reason)' } },
    reason: { type: 'string', hint: 'TEXT', help: { ja: '直すわけ', en: 'Why it is corrected' } },
    ...recordOptions,
  },
  words: 200,
  notes: [
    {
      ja: '答え：yes / no / unknown（わからない）、数、値の名前、日時、または JSON。\n一部だけわかるとき：subjectsMax={"max":1000}',
      en: 'Answers: yes / no / unknown, a number, a value, a moment, or JSON.\nKnown in part: subjectsMax={"max":1000}',
    },
  ],
  run: async (context, values, words) => {
    const word = needIncident(words);
    const given = readAnswers(words.slice(1));
    if (Object.keys(given).length === 0)
      throw new Refused(exitCodes.usage, {
        ja: '答えをひとつ以上書いてください。例：maliciousAct=yes',
        en: 'Write at least one answer. Example: maliciousAct=yes',
      });
    const learned = typeof values.learned === 'string' ? { default: values.learned } : undefined;
    return atDesk(context, values, async (desk) => {
      const { bundle } = desk;
      const checked = assessCase(bundle, { facts: given, ...(learned && { learned }) }, { now: context.now(), lenient: false });
      if (!checked.ok) return refuseProblem(context, values, checked.error);
      const { facts: known, parked } = readFacts(bundle.facts, given);
      const facts = { ...known, ...Object.fromEntries(parked.map((id: FactId) => [id, null])) } as Readonly<Record<string, Json>>;
      const body = { facts, ...(learned && { learned }) };
      const draft: Draft =
        values.correct === true
          ? { kind: 'facts.corrected', body: { ...body, reason: { text: needOption(values, 'reason') } } }
          : { kind: 'facts.recorded', body };
      const log = await desk.find(word);
      const before = await desk.whole(log);
      const [link] = await desk.say(log, [draft], before.incident.zone);
      const after = await desk.whole(log);
      const changes = changedDuties(before.duties, after.duties);
      if (values.json) {
        await printJson(context, { id: after.id, facts, link, changes });
        return exitCodes.ok;
      }
      const ja = context.lang === 'ja';
      const lines =
        changes.length > 0
          ? changes.map((c) => sayDutyChange(c, context.lang))
          : [ja ? '  届け出に変わりはありません。' : '  No duty changed.'];
      await context.out(
        `${ja ? '記録しました：' : 'Recorded: '}${nameOf(after, context.lang)}\n${ja ? '変わったこと' : 'What changed'}\n${lines.join('\n')}\n`,
      );
      return exitCodes.ok;
    });
  },
};
