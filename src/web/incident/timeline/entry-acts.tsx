import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { partsIn } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import type { Row } from './lines-of.ts';

const load = () => import('./entry-forms.tsx');
const Correct = lazy(() => load().then((m) => ({ default: m.Correct })));
const Withdraw = lazy(() => load().then((m) => ({ default: m.Withdraw })));
const Erase = lazy(() => load().then((m) => ({ default: m.Erase })));

type Act = 'correct' | 'withdraw' | 'erase';

/** Kinds that stay in effect whatever is said later. */
const lasting = new Set(['incident.reported', 'incident.closed', 'incident.reopened', 'part.erased', 'entry.withdrawn']);

/** What can be done about an entry: correct it, take it back, erase its words. What was said stays, and says so. */
export const EntryActs = ({ row }: { readonly row: Row }): ReactNode => {
  const { say, parts } = useIncident();
  const { entry } = row.line.record;
  const [act, setAct] = useState<Act>();
  const handle = useRef<HTMLElement>(null);
  const gone = row.line.standing === 'withdrawn' || row.line.standing === 'refused' || row.line.standing === 'newer';
  const words = [entry.body, ...row.line.corrections.map((c) => c.value as never)].flatMap(partsIn).filter((ref) => {
    const part = parts.get(ref.part);
    return part && !('erased' in part);
  });
  const can = {
    correct: !gone && ('text' in entry.body || entry.kind === 'note.added' || entry.kind === 'action.done'),
    withdraw: !gone && !lasting.has(entry.kind),
    erase: words.length > 0,
  };
  if (!can.correct && !can.withdraw && !can.erase) return null;
  const close = (): void => {
    setAct(undefined);
    handle.current?.focus();
  };
  return (
    <details className="entry-acts" onToggle={(event) => !event.currentTarget.open && setAct(undefined)}>
      <summary ref={handle} aria-label={say(messages.act(row.words.text))}>
        {say(messages.actOpen)}
      </summary>
      <div className="act-row">
        {(['correct', 'withdraw', 'erase'] as const)
          .filter((a) => can[a])
          .map((a) => (
            <button key={a} type="button" className="tool" aria-pressed={act === a} onClick={() => setAct(act === a ? undefined : a)}>
              {say(messages[a])}
            </button>
          ))}
      </div>
      <Suspense fallback={null}>
        {act === 'correct' && <Correct row={row} close={close} />}
        {act === 'withdraw' && <Withdraw row={row} close={close} />}
        {act === 'erase' && <Erase parts={words.map((ref) => ref.part)} close={close} />}
      </Suspense>
    </details>
  );
};
