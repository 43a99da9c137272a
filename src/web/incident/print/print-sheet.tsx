import type { ReactNode } from 'react';
import { codeNameOf, latest, levelSet, type Text, timelineOf } from '../../../core/index.ts';
import { strengths } from '../../strengths.ts';
import { groupObligations } from '../../duties/view/group-obligations.ts';
import { sayMoment, sayZone } from '../../duties/view/say-date.ts';
import { messages, severityWords } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { sayNews } from '../timeline/say-news.ts';
import { sayEntry } from '../view/entry-words.ts';
import { earliestMaybe } from '../view/next-deadline.ts';
import { nameOf } from '../view/people.ts';
import { sayWhen } from '../view/say-time.ts';

const words = {
  title: { ja: 'インシデントの記録', en: 'Incident record' },
  printed: { ja: '印刷した時刻', en: 'Printed' },
  head: { ja: '記録の鎖の先頭', en: 'Head of the chain' },
  entries: { ja: '経過（起きた順）', en: 'Timeline (in the order of events)' },
  duties: { ja: '届け出', en: 'Duties' },
  told: { ja: '知らせた相手', en: 'Who was told' },
  when: { ja: '時刻', en: 'When' },
  who: { ja: '人', en: 'Who' },
  what: { ja: '内容', en: 'What' },
  by: { ja: 'いつまで', en: 'By when' },
  state: { ja: '状態', en: 'State' },
  filed: { ja: '提出済み', en: 'Filed' },
  waived: { ja: '出さないと決めた', en: 'Decided not to' },
  waivedOld: { ja: '出さないと決めたあと、答えが変わった', en: 'Decided not to; answers changed after it' },
  open: { ja: 'まだ', en: 'Open' },
  none: { ja: 'ありません', en: 'None' },
  undecided: (n: number): Text => ({
    ja: `要るかどうか、まだ決まっていない届け出が${n}件あります。`,
    en: `Not decided yet: ${n === 1 ? '1 duty' : `${n} duties`}.`,
  }),
  earliest: (when: string, what: string): Text => ({
    ja: `あるとすれば、いちばん早い期限は ${when}（${what}）です。`,
    en: `If it applies, the earliest date is ${when} (${what}).`,
  }),
  waiting: { ja: '共有前の記録を含みます。', en: 'Holds entries that are not shared yet.' },
} as const;

/** Everything of the incident for paper: who and when, all entries in order, duties, who was told. */
export const PrintSheet = (): ReactNode => {
  const setting = useIncident();
  const { say, lang, id, incident, records, duties, wordsOf, head, news, zone } = setting;
  const now = Date.now();
  const reader = { lang, zone, now };
  // Paper outlives the year: the day it was printed carries it, and the others are read from there.
  const dated = { ...setting, now: 0 };
  const name = wordsOf(latest(incident.name)?.value) ?? say(codeNameOf(id));
  const level = levelSet(incident.severity)?.value.level;
  const needed = duties.duties.filter(
    ({ obligation: o, stages }) => o.applies === 'yes' || o.presumed || stages.some((s) => s.filing || s.waiver),
  );
  const undecided = groupObligations(duties.duties.map((duty) => duty.obligation)).open.length;
  const maybe = earliestMaybe(duties, now);
  const told = Object.entries(incident.contacts);
  const lines = timelineOf(incident, records);
  const colon = lang === 'ja' ? '：' : ': ';
  return (
    <div className="print-sheet">
      <header>
        <h2>
          {name} {incident.drill && <b className="chip drill">{say(messages.drill)}</b>}
        </h2>
        <p>
          {say(words.title)} {level && say(messages.severity(level, say(severityWords[level])))}{' '}
          {incident.state === 'closed' && say(messages.closed)}
        </p>
        {incident.drill && <p>{say(messages.drillSays)}</p>}
        <p className="hash">
          {say(words.head)}
          {colon}
          {head.seq} {head.chain}
        </p>
        <p>
          {say(words.printed)}
          {colon}
          {sayWhen(new Date(now).toISOString(), dated)} ({sayZone(incident.zone, lang, now)}) {incident.pending > 0 && say(words.waiting)}
        </p>
        <p>{id}</p>
      </header>
      <dl>
        {(['conditions', 'actions', 'needs'] as const).map((line) => (
          <div key={line}>
            <dt>{say(messages[line])}</dt>
            <dd>{wordsOf(latest(incident.situation[line])?.value) ?? say(messages.notWritten)}</dd>
          </div>
        ))}
      </dl>
      <h2>{say(words.duties)}</h2>
      {needed.length === 0 && <p>{say(words.none)}</p>}
      {needed.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.duties)}</th>
              <th scope="col">{say(words.by)}</th>
              <th scope="col">{say(words.state)}</th>
            </tr>
          </thead>
          <tbody>
            {needed.flatMap(({ obligation, stages }) =>
              stages.map(({ stage, filing, waiver, waiverIsOld }) => (
                <tr key={`${obligation.rule.id}.${stage.id}`}>
                  <th scope="row">
                    {say(obligation.rule.label)} {say(stage.label)}
                  </th>
                  <td>
                    {stage.latest ? sayMoment(stage.latest, reader, obligation.rule.zone) : stage.undated && say(stage.undated)}{' '}
                    {say(strengths[stage.strength])}
                  </td>
                  <td>{say(filing || stage.filed ? words.filed : waiver ? (waiverIsOld ? words.waivedOld : words.waived) : words.open)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      {undecided > 0 && (
        <p>
          {say(words.undecided(undecided))}{' '}
          {maybe && (
            <b>
              {say(
                words.earliest(
                  sayMoment(maybe.latest, reader, maybe.obligation.rule.zone),
                  `${say(maybe.obligation.rule.label)} ${say(maybe.stage.label)}`,
                ),
              )}
            </b>
          )}
        </p>
      )}
      <h2>{say(words.told)}</h2>
      {told.length === 0 && <p>{say(words.none)}</p>}
      <ul>
        {records
          .filter(({ entry }) => entry.kind === 'contact.told')
          .map(({ entry }) => (
            <li key={entry.id}>
              {sayWhen((entry.body.toldAt as string | undefined) ?? entry.saidAt, setting)} {sayEntry(entry, setting).text}
            </li>
          ))}
      </ul>
      <h2>{say(words.entries)}</h2>
      <table className="entries-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{say(words.when)}</th>
            <th scope="col">{say(words.what)}</th>
            <th scope="col">{say(words.who)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ record, happenedAt, standing, corrections }) => {
            const said = sayEntry(record.entry, setting);
            const told = news.get(record.entry.id);
            return (
              <tr key={record.entry.id}>
                <td>{record.link?.seq ?? '–'}</td>
                <td>{sayWhen(happenedAt, setting)}</td>
                <td>
                  {said.text}
                  {standing !== 'shared' && <b> {standingWord(standing, say)}</b>}
                  {said.details.map((d) => (
                    <p key={d}>{d}</p>
                  ))}
                  {corrections.map((c) => (
                    <p key={c.entry}>
                      <b>{say(messages.correctedMark)}</b> {wordsOf(c.value.text)}{' '}
                      {c.value.happenedAt && sayWhen(c.value.happenedAt, setting)} {say(messages.reason(wordsOf(c.value.reason) ?? ''))}
                    </p>
                  ))}
                  {told &&
                    sayNews(told.moved, lang).map((n) => (
                      <p key={n.text}>
                        ▸ {n.text}
                        {n.names}
                      </p>
                    ))}
                </td>
                <td>{nameOf(record.entry.actor, setting)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const standingWord = (standing: string, say: (text: { readonly ja: string; readonly en: string }) => string): string => {
  const marks = {
    waiting: messages.waiting,
    refused: messages.refusedMark,
    withdrawn: messages.withdrawnMark,
    newer: messages.newerMark,
    unreadable: messages.unreadableMark,
  } as const;
  return standing in marks ? say(marks[standing as keyof typeof marks]) : '';
};
