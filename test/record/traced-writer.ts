// Opens a store and writes into it, and says each acknowledged entry on its output: to be watched by strace.
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { incidentLog, nodeHasher, openDevice, reported } from '../support/pens.ts';

const [folder = '', seed = '0', most = 'Infinity'] = process.argv.slice(2);
const store = openSqliteStore(folder, nodeHasher);
let left = Number(most);

const writeOne = async (n: number): Promise<void> => {
  const device = openDevice(Number(seed) * 100 + n, { signs: false });
  const log = incidentLog(Number(seed) * 100 + n);
  for (let i = 0; left > 0; i += 1) {
    left -= 1;
    const { part, ref } = device.words(`ことば ${i}`);
    const entry = i === 0 ? device.say(log, reported) : device.say(log, { kind: 'note.added', body: { text: ref } });
    const done = await store.append({ log, entries: [entry], parts: [part] }, { arrivedAt: new Date().toISOString(), skewSeconds: 0 });
    if (!done.ok) throw new Error(done.error.code);
    // Straight to the pipe: what was said is out when the kill comes.
    const [link] = done.value.links;
    writeSync(1, `${log} ${link?.seq} ${link?.chain}\n`);
  }
};

await Promise.all([0, 1, 2, 3, 4, 5].map(writeOne));
await store.close();
