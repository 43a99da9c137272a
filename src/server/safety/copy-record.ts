import type { ServerRecord } from '../record/open-record.ts';
import { openBackupKey } from './backup-key.ts';
import { openSecondPlace, type SecondPlace } from './second-place.ts';

const everyMs = 30_000;

/** The second place of a running server: looked after twice a minute, copied in the thread of longer reads. */
export const keepSecondPlace = (record: ServerRecord, keys: string, now: () => string, report: (line: string) => void): SecondPlace => {
  const { db, organisation } = record.store;
  const changed = db.prepare<[], number>('SELECT coalesce(max(changed), 0) FROM log').pluck();
  const witnessed = db.prepare<[], number>('SELECT coalesce(max(key), 0) FROM witness').pluck();
  const place = openSecondPlace({
    data: record.folder,
    keys,
    id: organisation.id,
    mark: () => `${changed.get()}/${witnessed.get()}`,
    copy: async (to, madeAt) => {
      // Whatever lies there now is not the record that the earlier copies are of.
      const trouble = record.trouble();
      if (trouble) throw trouble;
      const { recipient } = await openBackupKey(keys);
      await record.reader.run('backup', { to, recipient, madeAt });
    },
    now: () => Date.parse(now()),
  });
  const timer = setInterval(() => {
    place.tick().catch((error: unknown) => report(JSON.stringify({ level: 'error', what: 'second place', error: String(error) })));
  }, everyMs).unref();
  return {
    ...place,
    close: async () => {
      clearInterval(timer);
      await place.close();
    },
  };
};
