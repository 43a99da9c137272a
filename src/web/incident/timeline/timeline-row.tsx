import { memo, type ReactNode, useState } from 'react';
import type { Body, Moved, Part, PartRef } from '../../../core/index.ts';
import { messages, refusals } from '../messages.ts';
import { type IncidentSetting, useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { clockOf, sayWhen } from '../view/say-time.ts';
import { EntryActs } from './entry-acts.tsx';
import type { Row } from './lines-of.ts';
import { sayNews } from './say-news.ts';
import { Picture } from './picture.tsx';

type Props = { readonly row: Row; readonly fresh: boolean };

/** One entry: when, what, who; its corrections, its standing, its pictures; then what the program has to say after it. */
export const TimelineRow = memo(({ row, fresh }: Props): ReactNode => {
  const setting = useIncident();
  const { say } = setting;
  const { line, words, who, news } = row;
  const { entry, link } = line.record;
  const { time, reader } = clockOf(line.happenedAt, setting);
  const corrected = line.corrections.findLast((c) => c.value.text)?.value.text;
  const later =
    line.happenedAt !== entry.saidAt && clockOf(entry.saidAt, setting).time !== time
      ? say(messages.saidLater(sayWhen(entry.saidAt, setting)))
      : undefined;
  const skew = link && Math.abs(link.skewSeconds) > 120 ? say(messages.skew(Math.round(link.skewSeconds / 60))) : undefined;
  const struck = line.standing === 'withdrawn' || line.standing === 'refused' || line.standing === 'unreadable';
  const details = [...new Set([who, ...words.details, later, skew])].filter(Boolean);
  return (
    <>
      {news && <NewsLine moved={news.moved} time={time} />}
      <li className={`row ${words.topic} ${line.standing}${fresh ? ' fresh' : ''}`}>
        <p className="when-col">
          <time dateTime={line.happenedAt.replace(/\[.*\]$/, '')}>{time}</time>
          {reader && <span className="soft">({reader})</span>}
        </p>
        <div className="what-col">
          <p className="said">
            {struck ? <del>{words.text}</del> : corrected ? <del>{words.text}</del> : words.text}
            {corrected && <ins> {setting.wordsOf(corrected) ?? say(messages.erasedWords)}</ins>}
            {fresh && <b className="fresh-mark"> {say(messages.now)}</b>}
            <Standing row={row} />
          </p>
          <p className="soft pieces">
            {details.map((piece, i) => (
              <span key={piece}>
                {piece}
                {i < details.length - 1 && (setting.lang === 'ja' ? '・' : ' · ')}
              </span>
            ))}
          </p>
          <Explained row={row} />
          {line.standing !== 'newer' && <Pictures body={entry.body as Body<'note.added'>} />}
          {line.corrections.map((c) => (
            <p key={c.entry} className="correction">
              <b>{say(messages.correctedMark)}</b>{' '}
              {c.value.happenedAt && `${say(messages.newTime)} ${sayWhen(c.value.happenedAt, setting)} `}
              {say(messages.reason(wordsOr(setting, c.value.reason)))}{' '}
              <span className="soft">{say(messages.by(nameOf(c.actor, setting), sayWhen(c.saidAt, setting)))}</span>
            </p>
          ))}
          <EntryActs row={row} />
        </div>
      </li>
    </>
  );
});

const wordsOr = ({ wordsOf, parts, say }: IncidentSetting, ref: PartRef): string => {
  const part = parts.get(ref.part);
  return wordsOf(ref) ?? say(part && 'erased' in part ? messages.erasedWords : messages.withheldWords);
};

const marks = {
  waiting: messages.waiting,
  refused: messages.refusedMark,
  withdrawn: messages.withdrawnMark,
  newer: messages.newerMark,
  unreadable: messages.unreadableMark,
} as const;

const Standing = ({ row: { line } }: { readonly row: Row }): ReactNode => {
  const { say } = useIncident();
  return line.standing === 'shared' ? null : <b className={`mark ${line.standing}`}> {say(marks[line.standing])}</b>;
};

/** Why an entry stands as it does, where that needs a sentence. */
const Explained = ({ row: { line } }: { readonly row: Row }): ReactNode => {
  const setting = useIncident();
  const { say, incident, wordsOf } = setting;
  const { entry, link } = line.record;
  if (line.standing === 'refused') return <p className="correction">{say(refusals[link?.refusal ?? ''] ?? messages.refusedMark)}</p>;
  if (line.standing === 'newer') return <p className="correction">{say(messages.newerSays)}</p>;
  if (line.standing !== 'withdrawn') return null;
  const back = Object.hasOwn(incident.withdrawn, entry.id) ? incident.withdrawn[entry.id] : undefined;
  const why = wordsOf(back?.value.reason);
  return (
    <p className="correction">
      <b>{say(messages.withdrawnMark)}</b> {why && say(messages.reason(why))}{' '}
      {back && <span className="soft">{say(messages.by(nameOf(back.actor, setting), sayWhen(back.saidAt, setting)))}</span>}
    </p>
  );
};

const Pictures = ({ body }: { readonly body: Body<'note.added'> }): ReactNode => {
  const { say, parts, wordsOf } = useIncident();
  const pictures = Array.isArray(body.pictures) ? body.pictures : [];
  return pictures.map(({ image, originalHash, originalBytes }) => {
    const part = parts.get(image.part);
    const sum = wordsOf(originalHash);
    return (
      <figure key={image.part}>
        {part && !('erased' in part) ? (
          <Picture part={part as Part} label={say(messages.photoAlt)} />
        ) : (
          <p className="soft">{say(part ? messages.erasedWords : messages.withheldWords)}</p>
        )}
        <figcaption className="soft">
          {say(messages.photoOf(Math.ceil(originalBytes / 1024), sum === undefined ? '–' : `${sum.slice(0, 4)}…${sum.slice(-2)}`))}
        </figcaption>
      </figure>
    );
  });
};

/** The program's own line: what the answer after it changed about the duties. */
const NewsLine = ({ moved, time }: { readonly moved: readonly Moved[]; readonly time: string }): ReactNode => {
  const { say, lang } = useIncident();
  const [open, setOpen] = useState(false);
  const lines = sayNews(moved, lang);
  if (lines.length === 0) return null;
  return (
    <li className="row program">
      <p className="when-col">
        <time>{time}</time>
      </p>
      <div className="what-col">
        {lines.map((news) => (
          <div key={news.text}>
            <p className="said">
              {news.text}
              {news.names && <b>{news.names}</b>}
            </p>
            {(open || news.because.length === 1) &&
              news.because.map((why) => (
                <p key={why} className="soft">
                  {why}
                </p>
              ))}
            {news.because.length > 1 && (
              <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
                {say(messages.why)}
              </button>
            )}
          </div>
        ))}
        <p className="soft">{say(messages.program)}</p>
      </div>
    </li>
  );
};
