import { readAgreements } from '../../app/index.ts';
import { agreementName, type Bundle, latest, type Rule } from '../../core/index.ts';
import { type Command, type Context, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readTextFile } from '../read-input.ts';
import { atDesk, type Desk, recordOptions } from '../record/open-desk.ts';
import { printJson, refuseProblem } from './case-options.ts';

const parse = async (context: Context, file: string): Promise<unknown> => {
  const text = await readTextFile(context, file);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(exitCodes.mistake, { ja: `「${file}」は JSON として読めません。`, en: `“${file}” is not JSON.` });
  }
};

const ruleOf = (bundle: Bundle, id: string): Rule | undefined => bundle.base.rules.find((r) => r.id === agreementName(id));

/** An agreement in one line: its party, clause and id, and how long there is. */
const lineOf = (rule: Rule, id: string, lang: Context['lang']): string => {
  const convention = rule.stages[0]?.choices[0]?.convention;
  const units = { hours: { ja: '時間', en: 'hours' }, days: { ja: '日', en: 'days' }, openDays: { ja: '営業日', en: 'working days' } };
  const unit = convention && convention.unit in units ? units[convention.unit as keyof typeof units][lang] : undefined;
  const ja = lang === 'ja';
  const time = convention && unit && 'n' in convention ? `${convention.n}${ja ? '' : ' '}${unit}` : ja ? '日数の定めなし' : 'no time given';
  return `  ${rule.label[lang]}　${time}　${rule.cite}\n    ${id}`;
};

const listed = async (desk: Desk): Promise<readonly string[]> => Object.keys((await desk.card()).card.agreements);

export const agreementsCommand: Command = {
  name: 'agreements',
  summary: { ja: '契約で知らせる約束を、見る・入れる・外す', en: 'Show, enter or remove promises to tell others' },
  usage: ['agreements [--json]', 'agreements FILE.json', 'agreements --remove ID'],
  options: {
    remove: { type: 'string', hint: 'ID', help: { ja: '外す約束の id', en: 'Id of a promise to remove' } },
    ...recordOptions,
  },
  words: 1,
  notes: [
    {
      ja: 'ファイル：[{"party":"…","side":"customer","triggers":["any-incident"],"hours":24,"clause":"…","way":"…"}]\n  時間：hours・days・openDays のどれか、または word（immediately・promptly・by-contract）。\n  id を書くと、その約束を書き替えます。',
      en: 'File: [{"party":"…","side":"customer","triggers":["any-incident"],"hours":24,"clause":"…","way":"…"}]\n  Time: one of hours, days, openDays, or word (immediately, promptly, by-contract).\n  With an id that promise is replaced.',
    },
  ],
  run: (context, values, [file]) =>
    atDesk(
      context,
      values,
      async (desk) => {
        if (typeof values.remove === 'string') {
          const { remove } = values;
          if (!latest((await desk.card()).card.agreements[remove]))
            throw new Refused(exitCodes.notFound, {
              ja: `「${remove}」という約束はありません。shodo agreements で確かめてください。`,
              en: `There is no promise “${remove}”: look at shodo agreements.`,
            });
          await desk.say(desk.organisation, [{ kind: 'organisation.agreement-removed', body: { agreement: remove } }]);
        } else if (file !== undefined) {
          const read = readAgreements(desk.bundle.agreements, await parse(context, file), desk.newId);
          if (!read.ok) return refuseProblem(context, values, read.error);
          await desk.say(desk.organisation, read.value);
        }
        const [bundle, ids] = [await desk.knowledge(), await listed(desk)];
        const rules = ids.flatMap((id) => {
          const rule = ruleOf(bundle, id);
          return rule ? [{ id, rule }] : [];
        });
        if (values.json) {
          await printJson(context, {
            agreements: rules.map(({ id, rule }) => ({ id, duty: rule.id, label: rule.label, stages: rule.stages })),
          });
          return exitCodes.ok;
        }
        const none = context.lang === 'ja' ? '  契約で知らせる約束は、まだ入っていません。' : '  No promise has been entered yet.';
        const head = context.lang === 'ja' ? '契約で知らせる約束' : 'Promises to tell others';
        const lines = rules.length > 0 ? rules.map(({ id, rule }) => lineOf(rule, id, context.lang)) : [none];
        await context.out(`${head}\n${lines.join('\n')}\n`);
        return exitCodes.ok;
      },
      // On a quiet day there may be no record yet.
      { begin: file !== undefined },
    ),
};
