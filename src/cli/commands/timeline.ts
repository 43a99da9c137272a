import { isPartRef, type Json, type Kept, timelineOf } from '../../core/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { atDesk, needIncident, recordOptions, type Whole } from '../record/open-desk.ts';
import { sayKind } from '../record/say-kind.ts';
import { nameOf, saySaid } from '../record/say-lines.ts';
import { printJson } from './case-options.ts';

const standings = {
  shared: { ja: '', en: '' },
  waiting: { ja: '順番待ち', en: 'waiting' },
  refused: { ja: '効力なし', en: 'without effect' },
  withdrawn: { ja: '取り消し済み', en: 'taken back' },
  newer: { ja: '新しい版の記録', en: 'newer than this program' },
  unreadable: { ja: '読めない', en: 'unreadable' },
} as const;

/** What an entry says beside its words: names, answers, dates. */
const plainOf = (body: Json): readonly string[] => {
  if (typeof body !== 'object' || body === null) return [String(body)];
  if (isPartRef(body) || Array.isArray(body)) return [];
  return Object.entries(body).flatMap(([key, value]) => {
    if (['bundle', 'zone', 'learned'].includes(key) || /^[0-9a-f-]{36}$/.test(String(value))) return [];
    if (key === 'facts')
      return Object.entries(value as Readonly<Record<string, Json>>).map(([fact, known]) => `${fact}=${JSON.stringify(known)}`);
    return typeof value === 'object' ? [] : [String(value)];
  });
};

const wordsIn = (body: Json, { wordsOf, incident }: Whole, gone: string): readonly string[] => {
  if (typeof body !== 'object' || body === null) return [];
  if (isPartRef(body)) return [wordsOf(body) ?? `〔${Object.hasOwn(incident.erased, body.part) ? gone : '…'}〕`];
  return (Array.isArray(body) ? body : Object.values(body)).flatMap((inner: Json) => wordsIn(inner, { wordsOf, incident } as Whole, gone));
};

const sayEntry = ({ entry }: Kept, whole: Whole, lang: 'ja' | 'en'): string => {
  const gone = lang === 'ja' ? '消去済み' : 'erased';
  return [sayKind(entry.kind)[lang], ...plainOf(entry.body), ...wordsIn(entry.body, whole, gone)].join('  ');
};

export const timelineCommand: Command = {
  name: 'timeline',
  summary: { ja: '記録を時の順に出す', en: 'Print the record in the order things happened' },
  usage: ['timeline ID [--search WORD] [--json]'],
  options: {
    search: { type: 'string', hint: 'WORD', help: { ja: 'このことばを含む行だけ', en: 'Only lines with this word' } },
    ...recordOptions,
  },
  words: 1,
  run: async (context, values, words) =>
    atDesk(context, values, async (desk) => {
      const whole = await desk.whole(await desk.find(needIncident(words)));
      const { lang } = context;
      const wanted = typeof values.search === 'string' ? values.search.normalize('NFKC').toLowerCase() : '';
      const lines = timelineOf(whole.incident, whole.records)
        .map((line) => ({ ...line, says: sayEntry(line.record, whole, lang) }))
        .filter(({ says }) => says.normalize('NFKC').toLowerCase().includes(wanted));
      if (values.json) {
        await printJson(context, {
          id: whole.id,
          lines: lines.map(({ record, happenedAt, standing, says }) => ({
            seq: record.link?.seq ?? null,
            id: record.entry.id,
            kind: record.entry.kind,
            happenedAt,
            saidAt: record.entry.saidAt,
            standing,
            ...(record.link?.refusal !== undefined && { refusal: record.link.refusal }),
            says,
          })),
        });
        return exitCodes.ok;
      }
      const shown = lines.map(({ happenedAt, standing, says }) => {
        const mark = standings[standing][lang];
        return `${saySaid(happenedAt, lang)}  ${mark ? `[${mark}] ` : ''}${says}`;
      });
      await context.out(`${nameOf(whole, lang)}\n${shown.join('\n')}\n`);
      return exitCodes.ok;
    }),
};
