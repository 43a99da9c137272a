import { idOfLog, type Lang, type Text } from '../../../core/index.ts';
import { writeInstant } from '../../duties/view/zone-time.ts';
import type { Record } from '../../record/open-record.ts';
import type { Loaded } from './load-assets.ts';

/** The story of the practice: the first case of the guide. */
const story: Text = {
  ja: '【訓練】営業部のPCに、知らない警告の画面が出て、ファイルが開けない。',
  en: '[Drill] A PC in sales shows an unknown warning, and its files do not open.',
};

const organisationZone = 'Asia/Tokyo';

/** Begins a practice of case A and goes there. Going back does not begin another. */
export const beginDrill = async (record: Record, { knowledge, response }: Loaded, lang: Lang): Promise<void> => {
  const playbook = response.playbooks.find((p) => p.id === 'P-01');
  const begun = await record.begin([
    {
      kind: 'incident.reported',
      body: {
        zone: organisationZone,
        bundle: knowledge.hash,
        playbook: 'P-01',
        goingOn: 'yes',
        text: { text: story[lang] },
        facts: { ...(playbook?.facts as Readonly<{ [fact: string]: never }>), knownAt: writeInstant(Date.now(), organisationZone) },
        drill: true,
      },
    },
  ]);
  if (begun.ok) location.replace(`/${lang}/incident/#${idOfLog(begun.value)}`);
};
