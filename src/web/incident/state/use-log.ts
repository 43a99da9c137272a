import { useCallback, useEffect, useRef, useState } from 'react';
import type { LogName } from '../../../core/index.ts';
import type { Record, RecordView } from '../../record/open-record.ts';

/** Someone is writing into the page, with something typed: nothing may move under them. */
const isTyping = (): boolean => {
  const at = document.activeElement;
  return (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.dataset.still !== undefined && at.value !== '';
};

export type LogWatch = {
  readonly view: RecordView | undefined;
  /** Entries of others that came while someone was typing, and are not shown yet. */
  readonly held: number;
  /** Shows them. */
  readonly show: () => void;
};

const unseen = (shown: RecordView, next: RecordView, device: string): number => {
  const known = new Set(shown.records.map((r) => r.entry.id));
  return next.records.filter((r) => !known.has(r.entry.id) && r.entry.device !== device).length;
};

/** Follows one log. What this device says shows at once; what others say waits while someone here is typing. */
export const useLog = (record: Record, log: LogName | undefined): LogWatch => {
  const [view, setView] = useState<RecordView>();
  const [held, setHeld] = useState(0);
  const shown = useRef<RecordView>(undefined);
  const waiting = useRef<RecordView>(undefined);
  const show = useCallback(() => {
    if (!waiting.current) return;
    shown.current = waiting.current;
    waiting.current = undefined;
    setView(shown.current);
    setHeld(0);
  }, []);
  useEffect(() => {
    if (!log) return;
    let gone = false;
    const look = async (): Promise<void> => {
      const next = await record.view(log);
      if (gone) return;
      const before = shown.current;
      const others = before?.log === log ? unseen(before, next, record.me.device) : 0;
      const mine = before ? next.records.length - before.records.length - others : 0;
      waiting.current = next;
      if (others > 0 && mine <= 0 && isTyping()) setHeld(others);
      else show();
    };
    const unwatch = record.watch(log, () => void look());
    void look();
    const leave = (): void => {
      setTimeout(() => {
        if (!isTyping()) show();
      }, 0);
    };
    document.addEventListener('focusout', leave);
    return () => {
      gone = true;
      unwatch();
      document.removeEventListener('focusout', leave);
    };
  }, [record, log, show]);
  return { view: view?.log === log ? view : undefined, held, show };
};
