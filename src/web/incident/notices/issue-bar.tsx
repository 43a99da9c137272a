import { type ReactNode, useState } from 'react';
import { wordsOfPart } from '../../../app/index.ts';
import { type Body, fieldsOf, judgeNotice, keyOf, nameOfNotice, type NoticeGap, type PartRef, type Text } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { messages, sayGap } from './messages.ts';
import { printText, saveText } from './out.ts';
import type { OpenNotice } from './use-notice.ts';

type Way = Body<'notice.issued'>['way'];

/** What stands against issuing, in sentences that lead to the field. */
export const GapList = ({ open, goTo }: { readonly open: OpenNotice; readonly goTo: (field: string) => void }): ReactNode => {
  const { say } = useIncident();
  const { notice, gaps, lang } = open;
  if (gaps.length === 0) return null;
  const fieldOf = (gap: NoticeGap) => notice.form.fields.find((f) => keyOf(f, lang) === gap.field);
  const labelOf = (id: string): Text => notice.form.fields.find((f) => f.id === id)?.label ?? notice.text.label;
  const never = (notice.form.never ?? []).map((n) => n.why);
  return (
    <div className="gaps">
      <h4>{say(messages.missing(gaps.length))}</h4>
      <ul>
        {gaps.map((gap) => {
          const field = fieldOf(gap);
          const words = say(sayGap(gap, field?.label ?? notice.text.label, never, notice.text.otherwise, labelOf));
          return (
            <li key={`${gap.field}.${gap.why}`}>
              {field ? (
                <button type="button" className="link" onClick={() => goTo(field.id)}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

/** Copy, print and save. All three record the text as it goes out, and none does anything while something is missing. */
export const IssueBar = ({ open, reasonId }: { readonly open: OpenNotice; readonly reasonId: string }): ReactNode => {
  const { say } = useIncident();
  const [done, setDone] = useState<Text>();
  const issue = useIssue(open);
  const closed = open.gaps.length > 0;
  const send = (way: Way, out: (text: string) => Promise<Text> | Text) => async (): Promise<void> => {
    const text = await issue(way);
    setDone(text === undefined ? messages.notIssued : await out(text));
  };
  const copy = send('copied', async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return messages.copied;
    } catch {
      return messages.notCopied;
    }
  });
  const print = send('printed', (text) => {
    printText(text, open.lang);
    return messages.printed;
  });
  const save = send('saved', (text) => {
    saveText(`${open.notice.form.id}-${open.lang}.txt`, text, 'text/plain');
    return messages.saved;
  });
  return (
    <div className="issue">
      <p className="soft">{say(messages.gate)}</p>
      <div className="issue-acts">
        {(
          [
            [messages.copy, copy],
            [messages.print, print],
            [messages.save, save],
          ] as const
        ).map(([label, act]) => (
          <button key={label.en} type="button" className="btn" disabled={closed} aria-describedby={reasonId} onClick={() => void act()}>
            {say(label)}
          </button>
        ))}
      </div>
      <p className="soft">{say(messages.issues)}</p>
      <p role="status">{done && say(done)}</p>
    </div>
  );
};

/** Records the text as it goes out, and gives it back; undefined where it may not go out or could not be kept. */
const useIssue = (open: OpenNotice): ((way: Way) => Promise<string | undefined>) => {
  const { incident, record, response, speak } = useIncident();
  return async (way) => {
    if (open.gaps.length > 0) return undefined;
    const { text, fields } = open.prepare();
    const form = nameOfNotice(open.notice);
    const sealed = Object.fromEntries(Object.entries(fields).map(([key, words]) => [key, { text: words }]));
    if (Object.keys(fields).length > 0 && !(await speak({ kind: 'notice.amended', body: { notice: open.id, form, fields: sealed } })))
      return undefined;
    // The words just kept are judged with the rest, so they are read from the record and not from this screen.
    const { parts } = await record.view(incident.log);
    const wordsOf = (ref: PartRef): string | undefined => wordsOfPart(parts.get(ref.part));
    const judge = { blockers: () => [], lockedEmpty: judgeNotice(response.forms, wordsOf) };
    const draft = { kind: 'notice.issued', body: { notice: open.id, form, lang: open.lang, text: { text }, way } } as const;
    const spoken = await record.speak(incident.log, [draft], judge);
    if (spoken.ok) open.settle();
    return spoken.ok ? text : undefined;
  };
};

/** How many of the fields that this text needs are written. */
export const writtenCount = ({ notice, words, lang, gaps }: OpenNotice): { readonly written: number; readonly of: number } => {
  const fields = fieldsOf(notice).filter((f) => f.from?.[0] !== 'record.notices');
  const empty = new Set(gaps.map((g) => g.field));
  return { written: fields.filter((f) => words[keyOf(f, lang)]?.trim() && !empty.has(keyOf(f, lang))).length, of: fields.length };
};
