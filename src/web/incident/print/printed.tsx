import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const load = () => import('./print-sheet.tsx').then((m) => ({ default: m.PrintSheet }));
const Sheet = lazy(load);

/** The whole incident on paper. Built when someone prints, so that the screen stays quick. */
export const Printed = (): ReactNode => {
  const [on, setOn] = useState(false);
  useEffect(() => {
    // Fetched ahead: a print dialogue does not wait.
    const timer = setTimeout(() => void load().then(() => setReady(true)), 2_000);
    const before = (): void => flushSync(() => setOn(true));
    const after = (): void => setOn(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      clearTimeout(timer);
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  const [ready, setReady] = useState(false);
  return on || ready ? <Suspense fallback={null}>{on && <Sheet />}</Suspense> : null;
};
