import { memo, type ReactNode, useState } from 'react';
import type { Body, Lang, Moved, Part } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { EntryActs } from './entry-acts.tsx';
import type { Row } from './lines-of.ts';
import { sayNews } from './say-news.ts';
import { Picture } from './picture.tsx';
import type { Remark } from './say-row.ts';

type Props = { readonly row: Row; readonly fresh: boolean; readonly lang: Lang };

/**
 * One entry: when, what, who; its corrections, its standing, its pictures; then what the program has to say after it. Drawn
 * from its row alone: in a long record a new entry draws one row, not all of them.
 */
export const TimelineRow = memo(({ row, fresh, lang }: Props): ReactNode => {
  const { line, words, news } = row;
  const { standing, happenedAt, record } = line;
  const struck = standing === 'withdrawn' || standing === 'refused' || standing === 'unreadable';
  return (
    <>
      {news && <NewsLine moved={news.moved} time={words.time} lang={lang} />}
      <li className={`row ${words.topic} ${standing}${fresh ? ' fresh' : ''}`}>
        <p className="when-col">
          <time dateTime={happenedAt.replace(/\[.*\]$/, '')}>{words.time}</time>
          {words.there && <span className="soft">({words.there})</span>}
        </p>
        <div className="what-col">
          <p className="said">
            {struck || words.corrected ? <del>{words.text}</del> : words.text}
            {words.corrected && <ins> {words.corrected}</ins>}
            {fresh && <b className="fresh-mark"> {messages.now[lang]}</b>}
            {standing !== 'shared' && <b className={`mark ${standing}`}> {marks[standing][lang]}</b>}
          </p>
          {words.details.map((detail) => (
            <p key={detail} className="soft detail">
              {detail}
            </p>
          ))}
          <p className="soft pieces">
            {words.pieces.map((piece, i) => (
              <span key={piece}>
                {piece}
                {i < words.pieces.length - 1 && (lang === 'ja' ? '・' : ' · ')}
              </span>
            ))}
          </p>
          {standing !== 'newer' && hasPictures(record.entry.body) && <Pictures body={record.entry.body} />}
          {words.remarks.map((remark) => (
            <RemarkLine key={remark.id} remark={remark} />
          ))}
          {words.acts.length > 0 && <EntryActs row={row} lang={lang} />}
        </div>
      </li>
    </>
  );
});

const marks = {
  waiting: messages.waiting,
  refused: messages.refusedMark,
  withdrawn: messages.withdrawnMark,
  newer: messages.newerMark,
  unreadable: messages.unreadableMark,
} as const;

const RemarkLine = ({ remark: { mark, text, by } }: { readonly remark: Remark }): ReactNode => (
  <p className="correction">
    {mark && <b>{mark}</b>} {text} {by && <span className="soft">{by}</span>}
  </p>
);

type Pictured = Body<'note.added'>;
const hasPictures = (body: object): body is Pictured => 'pictures' in body && Array.isArray(body.pictures);

const Pictures = ({ body }: { readonly body: Pictured }): ReactNode => {
  const { say, parts, wordsOf } = useIncident();
  return body.pictures?.map(({ image, originalHash, originalBytes }) => {
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

type NewsProps = { readonly moved: readonly Moved[]; readonly time: string; readonly lang: Lang };

/** The program's own line: what the answer after it changed about the duties. */
const NewsLine = ({ moved, time, lang }: NewsProps): ReactNode => {
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
                {messages.why[lang]}
              </button>
            )}
          </div>
        ))}
        <p className="soft">{messages.program[lang]}</p>
      </div>
    </li>
  );
};
