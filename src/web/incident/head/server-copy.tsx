import { type ReactNode, useEffect, useState } from 'react';
import type { Text } from '../../../core/index.ts';
import { t } from '../../text.ts';
import { fileHere, saveHere } from '../about/export-log.ts';
import { useIncident } from '../setting.ts';
import { askServer, compareCopies, giveBack, type ServerCopy } from '../state/server-copy.ts';

const words = {
  title: t('サーバーの記録', 'The server’s record'),
  absent: (n: number): Text =>
    t(
      `この件は、サーバーにありません。この端末には${n}件が残っています。`,
      `The server does not have this record. All ${n} entries are still on this device.`,
    ),
  shorter: (there: number, here: number): Text =>
    t(
      `サーバーの記録は${there}件までです。この端末には${here}件が残っています。`,
      `The server’s record ends after ${there}. All ${here} entries are still on this device.`,
    ),
  other: t(
    'サーバーの記録と、この端末の記録が違います。この端末の記録は、そのまま残しています。',
    'The server’s record differs from this device’s. What is on this device is left as it is.',
  ),
  doFirst: t('まず、この端末の写しを保存してください。', 'First save this device’s copy.'),
  doGive: t(
    'サーバーに戻すと、続きから書けます。サーバーにあるものは上書きしません。',
    'Given back, the record goes on from there. Nothing on the server is written over.',
  ),
  doHand: t('保存したファイルを、サーバーを管理する人に渡してください。', 'Hand the saved file to whoever runs the server.'),
  save: t('この端末の写しを保存する', 'Save this device’s copy'),
  give: t('サーバーに戻す', 'Give it back to the server'),
  saved: t('保存しました。', 'Saved.'),
  left: (n: number): Text => t(`共有前の${n}件は、この端末に残っています。`, `${n} not shared yet: still on this device.`),
  given: t('サーバーに戻しました。', 'The server has it again.'),
  refused: t(
    'サーバーは受け取りませんでした。写しを保存して、管理する人に渡してください。',
    'The server did not take it. Save the copy and hand it to whoever runs the server.',
  ),
  away: t('サーバーにつながりません。少し待って、もう一度押してください。', 'The server cannot be reached. Wait a little and press again.'),
} as const;

/** How the server's copy stands to ours; asked when the page opens, and when sharing comes upon something. */
const useServerCopy = (): { readonly found: ServerCopy | undefined; readonly again: () => void } => {
  const { record, head, records, id } = useIncident();
  const [asked, setAsked] = useState(0);
  const [found, setFound] = useState<ServerCopy>();
  const [{ online, problem }, setState] = useState(() => record.sync.state());
  useEffect(() => record.sync.watch(() => setState(record.sync.state())), [record]);
  const trouble = problem?.en;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when sharing stops or goes on, when the line is back, and after a try.
  useEffect(() => {
    if (head.seq === 0) return;
    let gone = false;
    void askServer(id, head.seq).then((says) => {
      if (!gone && says !== undefined) setFound(compareCopies(head, records, says));
    });
    return () => {
      gone = true;
    };
  }, [id, head.chain, online, trouble, asked]);
  return { found, again: () => setAsked((n) => n + 1) };
};

/** Says calmly that the server has less than this device or something else, and offers this device's copy. */
export const ServerCopyNote = (): ReactNode => {
  const { say, head, records, parts, id, incident } = useIncident();
  const { found, again } = useServerCopy();
  const [told, setTold] = useState<Text>();
  const [busy, setBusy] = useState(false);
  const save = (): void => {
    saveHere(id, head, records, parts);
    setTold(words.saved);
  };
  const give = async (): Promise<void> => {
    setBusy(true);
    setTold(words[await giveBack(fileHere(head, records, parts))]);
    setBusy(false);
    again();
  };
  const what =
    found &&
    (found.copy === 'absent' ? words.absent(head.seq) : found.copy === 'shorter' ? words.shorter(found.seq, head.seq) : words.other);
  return (
    <>
      {found && what && (
        <section className="bar-note server-copy" aria-label={say(words.title)}>
          <p>
            <b>{say(what)}</b> {say(words.doFirst)} {say(found.copy === 'other' ? words.doHand : words.doGive)}
            {incident.pending > 0 && ` ${say(words.left(incident.pending))}`}
          </p>
          <div className="act-row">
            <button type="button" className="btn" onClick={save}>
              {say(words.save)}
            </button>
            {found.copy !== 'other' && (
              <button type="button" className="btn" disabled={busy} onClick={() => void give()}>
                {say(words.give)}
              </button>
            )}
          </div>
        </section>
      )}
      <p role="status" className={told ? 'bar-note' : 'vh'}>
        {told && say(told)}
      </p>
    </>
  );
};
