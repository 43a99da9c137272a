// Fills a folder with incidents, in a process of its own: what it needed in memory is gone before anything is measured.
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { incidentLog, nodeHasher, openDevice } from '../support/pens.ts';
import { entriesOf, incidentSaying } from './record-entries.ts';

const [folder = '', incidents = '0', entries = '0'] = process.argv.slice(2);
const store = openSqliteStore(folder, nodeHasher);
const device = openDevice(1, { signs: false });
const arrival = { arrivedAt: '2026-11-25T00:00:00.000Z', skewSeconds: 0 };
for (let i = 0; i < Number(incidents); i += 1) {
  const log = incidentLog(i);
  const first = { signed: device.say(log, incidentSaying), parts: [] };
  const all = [first, ...entriesOf(device, log, Number(entries) - 1)];
  const done = await store.append({ log, entries: all.map((e) => e.signed), parts: all.flatMap((e) => e.parts) }, arrival);
  if (!done.ok) throw new Error(done.error.code);
}
await store.close();
