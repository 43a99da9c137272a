import { createRoot } from 'react-dom/client';
import './duties.css';
import { Opening } from './opening.tsx';
import type { Shelf } from './state/storage.ts';
import type { CaseFacts } from './state/use-check.ts';

/** The device's storage, or nothing where the browser refuses it. */
const shelfOf = (): Shelf | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};

const root = document.getElementById('duties');
if (root)
  createRoot(root).render(
    <Opening
      url={root.dataset.knowledge ?? ''}
      cases={JSON.parse(root.dataset.cases ?? '{}') as CaseFacts}
      shelf={shelfOf()}
      lang={document.documentElement.lang === 'en' ? 'en' : 'ja'}
      zone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    />,
  );
