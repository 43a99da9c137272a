import { createRoot } from 'react-dom/client';
import '../incident/incident.css';
import { Opening } from '../incident/opening.tsx';
import { IncidentList } from './incident-list.tsx';

const root = document.getElementById('incidents');
if (root)
  createRoot(root).render(
    <Opening element={root}>{(loaded, record, lang) => <IncidentList loaded={loaded} record={record} lang={lang} />}</Opening>,
  );
