import { type ReactNode, useEffect, useState } from 'react';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { clockAt } from '../view/say-time.ts';

/** How far what was said here has come: on this device, shared, or offline. A sign and a word, never colour alone. */
export const SyncLine = (): ReactNode => {
  const { say, record, incident, zone } = useIncident();
  const [state, setState] = useState(() => record.sync.state());
  useEffect(() => record.sync.watch(() => setState(record.sync.state())), [record]);
  const time = state.lastSharedAt === undefined ? undefined : clockAt(state.lastSharedAt, zone);
  // What the server does not hold is only saved here, whenever it was shared.
  const shared = state.problem ? undefined : time;
  const waits = incident.pending > 0;
  const [kind, text] = !state.online
    ? (['offline', messages.offline(time)] as const)
    : waits
      ? (['waiting', messages.savedWaiting(incident.pending)] as const)
      : shared
        ? (['shared', messages.shared(shared)] as const)
        : (['waiting', messages.saved] as const);
  return (
    <>
      <p className={`sync ${kind}`} role="status">
        {say(text)}
      </p>
      {state.problem && <p className="sync-problem">{say(state.problem)}</p>}
    </>
  );
};
