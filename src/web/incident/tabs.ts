import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Text } from '../../core/index.ts';

/**
 * One tab of the incident page: its place in the address, its name, and the part that draws it. The part is loaded when the
 * page has settled, so that it is there when the network is cut; `load` may be called again and again.
 */
export type Tab = {
  readonly id: string;
  readonly name: Text;
  readonly Part: LazyExoticComponent<ComponentType>;
  readonly load: () => Promise<unknown>;
};

const tab = (id: string, ja: string, en: string, load: () => Promise<ComponentType>): Tab => ({
  id,
  name: { ja, en },
  Part: lazy(async () => ({ default: await load() })),
  load,
});

/**
 * The tabs beside the first one (`room`: what to do now and the record), in the order they are shown. A tab is one line here
 * and one folder beside this file whose component reads everything from `useIncident`.
 */
export const tabs: readonly Tab[] = [
  tab('duties', '届け出', 'Duties', async () => (await import('./duties/duties-tab.tsx')).DutiesTab),
  tab('draft', '報告書', 'Report', async () => (await import('./draft/draft-tab.tsx')).DraftTab),
  tab('sweep', 'ほかの部署', 'Sweep', async () => (await import('./sweep/sweep-tab.tsx')).SweepTab),
  tab('told', '知らせた先', 'Told', async () => (await import('./told/told-tab.tsx')).ToldTab),
  tab('notices', 'お知らせ', 'Notices', async () => (await import('./notices/notices-tab.tsx')).NoticesTab),
  tab('about', 'この件', 'This incident', async () => (await import('./about/about-tab.tsx')).AboutTab),
];
