import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { Lang } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import type { Row } from './lines-of.ts';
import { type Act, heldParts } from './say-row.ts';

const load = () => import('./entry-forms.tsx');
const Correct = lazy(() => load().then((m) => ({ default: m.Correct })));
const Withdraw = lazy(() => load().then((m) => ({ default: m.Withdraw })));
const Erase = lazy(() => load().then((m) => ({ default: m.Erase })));

/** What can be done about an entry: correct it, take it back, erase its words. What was said stays, and says so. */
export const EntryActs = ({ row, lang }: { readonly row: Row; readonly lang: Lang }): ReactNode => {
  const [open, setOpen] = useState(false);
  const handle = useRef<HTMLElement>(null);
  const close = (): void => {
    setOpen(false);
    handle.current?.focus();
  };
  return (
    <details className="entry-acts" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={handle} aria-label={messages.act(row.words.text)[lang]}>
        {messages.actOpen[lang]}
      </summary>
      {open && <Acts row={row} close={close} />}
    </details>
  );
};

const Acts = ({ row, close }: { readonly row: Row; readonly close: () => void }): ReactNode => {
  const setting = useIncident();
  const { say } = setting;
  const [act, setAct] = useState<Act>();
  return (
    <>
      <div className="act-row">
        {row.words.acts.map((a) => (
          <button key={a} type="button" className="tool" aria-pressed={act === a} onClick={() => setAct(act === a ? undefined : a)}>
            {say(messages[a])}
          </button>
        ))}
      </div>
      <Suspense fallback={null}>
        {act === 'correct' && <Correct row={row} close={close} />}
        {act === 'withdraw' && <Withdraw row={row} close={close} />}
        {act === 'erase' && <Erase parts={heldParts(row.line, setting).map((ref) => ref.part)} close={close} />}
      </Suspense>
    </>
  );
};
