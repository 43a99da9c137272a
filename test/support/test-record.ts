import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from '../../src/core/index.ts';
import { openRecord, type ServerRecord } from '../../src/server/record/open-record.ts';
import { smallBundle } from './small-bundle.ts';

/** A record in a folder of its own, with its keys beside it; `remove` closes it and takes both away. */
export const openTestRecord = async (
  bundle: Bundle = smallBundle,
): Promise<{
  readonly record: ServerRecord;
  readonly folder: string;
  readonly reports: readonly string[];
  readonly remove: () => Promise<void>;
}> => {
  const home = mkdtempSync(join(tmpdir(), 'shodo-record-'));
  const reports: string[] = [];
  const folder = mkdtempSync(join(home, 'data-'));
  const record = await openRecord({
    folder,
    keys: join(home, 'keys'),
    bundle,
    version: '0',
    now: () => new Date().toISOString(),
    report: (line) => reports.push(line),
  });
  return {
    record,
    folder,
    reports,
    remove: async () => {
      await record.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
