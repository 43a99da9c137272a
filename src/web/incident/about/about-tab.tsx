import type { ReactNode } from 'react';
import { Closing } from './closing.tsx';
import { Guides } from './guides.tsx';
import { Paper } from './paper.tsx';
import { Severity } from './severity.tsx';
import { Who } from './who.tsx';
import { Zone } from './zone.tsx';

/** What belongs to the incident as a whole: how severe, who writes, which guides, its zone, print and export, the end. */
export const AboutTab = (): ReactNode => (
  <div className="about-tab">
    <Severity />
    <Who />
    <Guides />
    <Zone />
    <Paper />
    <Closing />
  </div>
);
