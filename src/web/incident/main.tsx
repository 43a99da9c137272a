import { createRoot } from 'react-dom/client';
import './incident.css';
import { Opening } from './opening.tsx';
import { IncidentPage } from './page.tsx';

const root = document.getElementById('incident');
if (root)
  createRoot(root).render(
    <Opening element={root}>{(loaded, record, lang) => <IncidentPage loaded={loaded} record={record} lang={lang} />}</Opening>,
  );
