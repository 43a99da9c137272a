import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { fieldsOf, headingsOf, keyOf, type Lang, type NoticeForm } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { FieldInput } from './field-input.tsx';
import { GapList, IssueBar, writtenCount } from './issue-bar.tsx';
import { messages } from './messages.ts';
import { Substitute } from './substitute.tsx';
import { type OpenNotice, useNotice } from './use-notice.ts';
import { Versions } from './versions.tsx';

type Props = { readonly notice: NoticeForm; readonly lang: Lang };

/** One notice: one thought at a time at the left, what would go out at the right. */
export const NoticeEditor = ({ notice, lang }: Props): ReactNode => {
  const open = useNotice(notice, lang);
  const fields = fieldsOf(notice).filter((f) => f.from?.[0] !== 'record.notices');
  const empty = new Set(open.gaps.map((g) => g.field));
  const first = fields.find((f) => empty.has(keyOf(f, lang))) ?? fields[0];
  // The first question is settled once: answers do not move the question under the hand that writes.
  const [chosen, setChosen] = useState<string | undefined>(first?.id);
  const at = Math.max(
    0,
    fields.findIndex((f) => f.id === chosen),
  );
  const turn = (field: string | undefined): void => {
    setChosen(field);
    requestAnimationFrame(() => document.getElementById('notice-thought')?.focus());
  };
  return (
    <>
      <div className="notice-columns">
        <div>
          <Thought open={open} at={at} turn={turn} />
          <FieldList open={open} at={at} turn={turn} />
        </div>
        <Preview open={open} goTo={turn} />
      </div>
      <Versions open={open} />
      {notice.form.id === 'F-08' && <Substitute open={open} />}
    </>
  );
};

type ThoughtProps = { readonly open: OpenNotice; readonly at: number; readonly turn: (field: string | undefined) => void };

const Thought = ({ open, at, turn }: ThoughtProps): ReactNode => {
  const { say } = useIncident();
  const { notice } = open;
  const fields = fieldsOf(notice).filter((f) => f.from?.[0] !== 'record.notices');
  const field = fields[at];
  const titleId = useId();
  if (!field) return null;
  const section = notice.form.sections.find((s) => s.id === field.section);
  // It goes on at once. What could not be kept is said by the page, and stays typed here.
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void open.keep();
    turn(fields[Math.min(at + 1, fields.length - 1)]?.id);
  };
  return (
    <form className="thought" aria-labelledby={titleId} onSubmit={submit} noValidate>
      <p className="soft">
        {section && say(section.label)} <span>{say(messages.step(at + 1, fields.length))}</span>
      </p>
      <h3 id="notice-thought" tabIndex={-1}>
        <span id={titleId}>{say(field.label)}</span>{' '}
        <span className="badge">{say(field.locked ? messages.needed : messages.optional)}</span>
      </h3>
      {field.help && <p className="soft">{say(field.help)}</p>}
      <FieldInput key={field.id} field={field} open={open} />
      <div className="thought-acts">
        {at > 0 && (
          <button type="button" className="tool" onClick={() => turn(fields[at - 1]?.id)}>
            {say(messages.back)}
          </button>
        )}
        <button type="submit" className="btn main">
          {say(at + 1 < fields.length ? messages.next : messages.keep)}
        </button>
      </div>
    </form>
  );
};

const FieldList = ({ open, at, turn }: ThoughtProps): ReactNode => {
  const { say } = useIncident();
  const { notice, words, lang, gaps } = open;
  const fields = fieldsOf(notice).filter((f) => f.from?.[0] !== 'record.notices');
  const empty = new Set(gaps.map((g) => g.field));
  const { written, of } = writtenCount(open);
  return (
    <details className="field-list">
      <summary>
        {say(messages.allFields)} {written}/{of}
      </summary>
      <ol>
        {fields.map((field, i) => {
          const key = keyOf(field, lang);
          const state = words[key]?.trim() && !empty.has(key) ? messages.filled : field.locked ? messages.needed : messages.optional;
          return (
            <li key={field.id}>
              <button type="button" className="link" aria-current={i === at ? 'step' : undefined} onClick={() => turn(field.id)}>
                {say(field.label)}
              </button>{' '}
              <span className={state === messages.filled ? 'ok' : 'soft'}>
                {state === messages.filled && '✓ '}
                {say(state)}
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
};

/** The text as it would go out. It cannot be copied out of the page either while something is missing. */
const Preview = ({ open, goTo }: { readonly open: OpenNotice; readonly goTo: (field: string) => void }): ReactNode => {
  const { say } = useIncident();
  const { text, lang, gaps, notice } = open;
  const [held, setHeld] = useState(false);
  const [reasonId, titleId] = [useId(), useId()];
  const ready = gaps.length === 0;
  const headings = headingsOf(notice, lang);
  const [title = '', ...lines] = text.split('\n');
  return (
    <section className="preview" aria-labelledby={titleId}>
      <h3 id={titleId}>{say(messages.preview)}</h3>
      <p className={ready ? 'ok' : 'sweep-note'} id={reasonId}>
        {ready ? '✓ ' : ''}
        {say(ready ? messages.ready : messages.draft)}
      </p>
      <div
        className="notice-text"
        lang={lang}
        onCopy={(event) => {
          if (ready) return;
          event.preventDefault();
          setHeld(true);
        }}
      >
        <p className="notice-title">{title}</p>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and stand in order
          <p key={`${i}.${line}`} className={headings.includes(line) ? 'notice-heading' : undefined}>
            {line}
          </p>
        ))}
      </div>
      <p role="status" className="sweep-note" hidden={!held || ready}>
        {held && !ready && say(messages.refusedCopy)}
      </p>
      <GapList open={open} goTo={goTo} />
      <IssueBar open={open} reasonId={reasonId} />
    </section>
  );
};
