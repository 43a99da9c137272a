import { type FormEvent, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { useKeptText } from '../state/use-kept-text.ts';
import { isComposing } from '../view/composing.ts';
import { type Mentionable, mentionables } from '../view/people.ts';
import { MentionBox } from './mention-box.tsx';
import { NameOffer } from './name-offer.tsx';
import { mentionAt, mentionsIn, useMention } from './use-mention.ts';
import type { Photo } from './read-photo.ts';
import { readTime, type TypedTime, TimeFields } from './time-fields.tsx';

/** The one input of the record. Enter records; time is now unless it is set back; nothing typed is lost. */
export const RecordInput = (): ReactNode => {
  const setting = useIncident();
  const { say, id, speak, incident } = setting;
  const [text, setText] = useKeptText(id);
  const [time, setTime] = useState<TypedTime>();
  const [photo, setPhoto] = useState<Photo>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [done, setDone] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const all = useMemo(() => mentionables(setting), [setting]);
  const mention = useMention(all);

  const record = async (): Promise<void> => {
    const words = text.trim();
    if (busy || (words === '' && !photo)) return;
    const at = time ? readTime(time, incident.zone) : undefined;
    if (at && 'error' in at) return setError(say(at.error));
    const mentions = mentionsIn(words, all);
    setBusy(true);
    const kept = await speak({
      kind: 'note.added',
      body: {
        ...(words !== '' && { text: { text: words } }),
        ...(at && { happenedAt: at.moment }),
        ...(photo && {
          pictures: [{ image: { bytes: photo.bytes }, originalHash: { text: photo.originalHash }, originalBytes: photo.originalBytes }],
        }),
        ...(mentions.length > 0 && { mentions }),
      },
    });
    setBusy(false);
    if (!kept) return;
    setText('');
    setTime(undefined);
    setPhoto(undefined);
    setError('');
    setDone(done + 1);
    box.current?.focus();
  };
  const pick = (m: Mentionable): void => {
    const cursor = box.current?.selectionStart ?? text.length;
    const from = mentionAt(text, cursor)?.from ?? cursor;
    const next = `${text.slice(0, from)}@${m.name} `;
    setText(next + text.slice(cursor));
    mention.close();
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.length, next.length);
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event) || mention.key(event, pick)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void record();
  };
  const take = async (files: FileList | null): Promise<void> => {
    const chosen = files?.[0];
    if (!chosen) return;
    setError('');
    setBusy(true);
    const { readPhoto } = await import('./read-photo.ts');
    const read = await readPhoto(chosen);
    setBusy(false);
    if (read) setPhoto(read);
    else setError(say(messages.photoBad));
    box.current?.focus();
  };
  const startMention = (): void => {
    const cursor = box.current?.selectionStart ?? text.length;
    const next = `${text.slice(0, cursor)}@`;
    setText(next + text.slice(cursor));
    mention.look(next, next.length);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.length, next.length);
    });
  };
  return (
    <>
      <form
        className="record-input"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void record();
        }}
      >
        <div className="write">
          <label className="vh" htmlFor="record-text">
            {say(messages.inputLabel)}
          </label>
          <textarea
            id="record-text"
            ref={box}
            data-still
            rows={1}
            value={text}
            placeholder={say(messages.inputHint)}
            aria-describedby="record-help"
            aria-controls="mention-list"
            aria-autocomplete="list"
            aria-activedescendant={mention.open ? `mention-${mention.at}` : undefined}
            onChange={(event) => {
              setText(event.target.value);
              mention.look(event.target.value, event.target.selectionStart);
            }}
            onBlur={() => setTimeout(mention.close, 150)}
            onKeyDown={onKey}
          />
          <MentionBox list={mention} pick={pick} />
          <div className="write-acts">
            <input
              ref={file}
              type="file"
              accept="image/*"
              hidden
              onChange={(event) =>
                void take(event.target.files).then(() => {
                  event.target.value = '';
                })
              }
            />
            <button type="button" className="plain-act" onClick={() => file.current?.click()}>
              {say(messages.photo)}
            </button>
            <button type="button" className="plain-act" aria-label={say(messages.mention)} onClick={startMention}>
              @
            </button>
            <button
              type="button"
              className="plain-act"
              aria-expanded={time !== undefined}
              onClick={() => setTime(time ? undefined : { date: '', clock: '' })}
            >
              {say(messages.setTime)}
            </button>
            <button type="submit" className="plain-act send" disabled={busy}>
              {say(messages.record)}
            </button>
          </div>
        </div>
        {time && (
          <TimeFields
            time={time}
            change={(next) => {
              setTime(next);
              setError('');
            }}
          />
        )}
        {photo && (
          <p className="held-photo">
            {say(messages.photoHeld(photo.name))}{' '}
            <span className="soft">
              {say(
                messages.photoOf(
                  Math.ceil(photo.originalBytes / 1024),
                  `${photo.originalHash.slice(0, 4)}…${photo.originalHash.slice(-2)}`,
                ),
              )}{' '}
              {photo.smaller && say(messages.photoSmaller)}
            </span>{' '}
            <button type="button" className="tool" onClick={() => setPhoto(undefined)}>
              {say(messages.photoRemove)}
            </button>
          </p>
        )}
        <p className="error" role="alert">
          {error}
        </p>
        <p className="soft help" id="record-help">
          {say(messages.inputHelp)}
        </p>
        <p className="vh" role="status">
          {busy && !photo ? say(messages.photoWork) : done > 0 ? `${say(messages.recorded)}${' '.repeat(done % 2)}` : ''}
        </p>
      </form>
      {done > 0 && <NameOffer />}
    </>
  );
};
