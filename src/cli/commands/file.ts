import { type Bundle, nearestTo, readSaid, type Rule, sayFiled } from '../../core/index.ts';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { atDesk, needIncident, recordOptions } from '../record/open-desk.ts';
import { changedDuties, nameOf, saySaid } from '../record/say-lines.ts';
import { printJson } from './case-options.ts';

/** The duty of a stage; refuses, with the nearest name, where there is none. */
const needStage = (bundle: Bundle, obligation: string, stage: string): Rule => {
  const rule = bundle.base.rules.find((r) => r.id === obligation || r.aliases?.includes(obligation));
  if (!rule?.stages.some((s) => s.id === stage)) {
    const names = rule ? rule.stages.map((s) => s.id) : bundle.base.rules.map((r) => r.id);
    const wrong = rule ? stage : obligation;
    const near = nearestTo(wrong, names);
    throw new Refused(exitCodes.notFound, {
      ja: `「${wrong}」という${rule ? '段階' : '届け出'}はありません。${near ? `「${near}」のことですか。` : ''}`,
      en: `There is no ${rule ? 'stage' : 'duty'} “${wrong}”.${near ? ` Did you mean “${near}”?` : ''}`,
    });
  }
  return rule;
};

export const fileCommand: Command = {
  name: 'file',
  summary: { ja: '提出したことを、受付番号とともに記録する', en: 'Record that a report was filed, with its receipt' },
  usage: ['file ID --obligation appi-ppc-report --stage preliminary --filed-at 2026-11-25T17:00:00+09:00 [--receipt "…"]'],
  options: {
    obligation: { type: 'string', hint: 'NAME', help: { ja: '届け出の名前', en: 'The duty' } },
    stage: { type: 'string', hint: 'NAME', help: { ja: '段階（preliminary・final など）', en: 'Its stage (preliminary, final …)' } },
    'filed-at': { type: 'string', hint: 'MOMENT', help: { ja: '提出した日時、または日付', en: 'When it was filed: a moment, or a day' } },
    receipt: { type: 'string', hint: 'TEXT', help: { ja: '受付番号など', en: 'Number or other proof of receipt' } },
    channel: { type: 'string', hint: 'NAME', help: { ja: '提出した窓口の名前', en: 'Name of the channel' } },
    ...recordOptions,
  },
  words: 1,
  run: async (context, values, words) => {
    const word = needIncident(words);
    const [obligation, stage, filedAt] = ['obligation', 'stage', 'filed-at'].map((name) => needOption(values, name)) as [
      string,
      string,
      string,
    ];
    if (!readSaid(filedAt))
      throw new Refused(exitCodes.mistake, {
        ja: `--filed-at の「${filedAt}」は日時として読めません。例：2026-11-25T17:00:00+09:00`,
        en: `“${filedAt}” in --filed-at is not a moment. Example: 2026-11-25T17:00:00+09:00`,
      });
    return atDesk(context, values, async (desk) => {
      const rule = needStage(desk.bundle, obligation, stage);
      const draft = sayFiled(
        { obligation: rule.id, stage, bundle: desk.bundle.hash },
        {
          filedAt,
          ...(typeof values.receipt === 'string' && { receipt: values.receipt }),
          ...(typeof values.channel === 'string' && { channel: values.channel }),
        },
      );
      const log = await desk.find(word);
      const before = await desk.whole(log);
      const [link] = await desk.say(log, [draft], before.incident.zone);
      await desk.vouch(log);
      const after = await desk.whole(log);
      if (values.json) {
        await printJson(context, { id: after.id, link, changes: changedDuties(before.duties, after.duties) });
        return exitCodes.ok;
      }
      const label = `${rule.label[context.lang]} ${rule.stages.find((s) => s.id === stage)?.label[context.lang] ?? stage}`;
      await context.out(
        context.lang === 'ja'
          ? `提出を記録しました：${nameOf(after, 'ja')}\n  ${label}　${saySaid(filedAt, 'ja')}\n`
          : `Filing recorded: ${nameOf(after, 'en')}\n  ${label}, ${saySaid(filedAt, 'en')}\n`,
      );
      return exitCodes.ok;
    });
  },
};
