import { type ReactNode, useState } from 'react';
import type { Text } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { exportLog } from './export-log.ts';
import { words } from './words.ts';

/** The whole record on paper, or as one file that anyone can verify. */
export const Paper = (): ReactNode => {
  const { say, incident, head, records, parts, id } = useIncident();
  const [told, setTold] = useState<readonly Text[]>([]);
  const make = async (): Promise<void> => {
    const { signed } = await exportLog(id, head, records, parts);
    setTold([signed ? words.exported : words.exportedHere, ...(incident.pending > 0 ? [words.exportLeft(incident.pending)] : [])]);
  };
  return (
    <section aria-labelledby="paper">
      <h2 id="paper">{say(words.paper)}</h2>
      <p className="soft">{say(words.exportSays)}</p>
      <div className="act-row">
        <button type="button" className="btn" onClick={() => window.print()}>
          {say(words.print)}
        </button>
        <button type="button" className="btn" disabled={head.chain === null} onClick={() => void make()}>
          {say(words.export)}
        </button>
      </div>
      <div role="status">
        {told.map((text) => (
          <p key={text.ja}>{say(text)}</p>
        ))}
      </div>
    </section>
  );
};
