import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importLog, splitLines, verifyLog } from '../../src/app/index.ts';
import { type Head, lineOf, linkNext, type Part } from '../../src/core/index.ts';
import { nodeHasher } from '../../src/server/record/node-hasher.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { openBackupKey } from '../../src/server/safety/backup-key.ts';
import { openSealCheck } from '../../src/server/safety/check-seals.ts';
import { makeBackup } from '../../src/server/safety/make-backup.ts';
import { restoreBackup } from '../../src/server/safety/restore-backup.ts';
import { incidentLog, openDevice, reported } from '../support/pens.ts';
import type { Figure } from './measure.ts';

const count = 100_000;

/** A log of many signed entries, every tenth with words, written as it is made. */
function* longLog(): Generator<string> {
  const log = incidentLog(1);
  const device = openDevice(1);
  const parts: Part[] = [];
  const lines: string[] = [];
  let head: Head = { log, seq: 0, chain: null };
  for (let i = 0; i < count; i++) {
    const words = i % 10 === 1 ? device.words(`経理部の ${i} 台目でも同じ画面が出た`) : undefined;
    if (words) parts.push(words.part);
    const saying = i === 0 ? reported : ({ kind: 'note.added', body: words ? { text: words.ref } : { mentions: ['it'] } } as const);
    const signed = device.say(log, saying, head.chain);
    const link = linkNext(head, signed, { arrivedAt: new Date(1_795_000_000_000 + i).toISOString(), skewSeconds: 0 }, nodeHasher);
    head = { log, seq: link.seq, chain: link.chain };
    lines.push(lineOf.entry({ ...signed, link }));
  }
  yield `${lineOf.head({ shodo: 'log', version: 1, head })}\n`;
  for (const line of lines) yield `${line}\n`;
  for (const part of parts) yield `${lineOf.part(part)}\n`;
}

const timed = async <T>(run: () => Promise<T>): Promise<readonly [T, number]> => {
  const before = performance.now();
  return [await run(), (performance.now() - before) / 1000];
};

/** Checking, taking in, backing up and bringing back a long log. */
export const safetyFigures = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'shodo-bench-safety-'));
  try {
    const file = join(folder, 'log.jsonl');
    await pipeline(Readable.from(longLog()), createWriteStream(file));
    const lines = () => splitLines(createReadStream(file, { highWaterMark: 1 << 18 }));
    const tools = { hash: nodeHasher, check: openSealCheck(), own: new Set<string>() };
    const megabytes = statSync(file).size / 1e6;
    const before = [process.cpuUsage(), process.threadCpuUsage()] as const;
    const [proof, seconds] = await timed(() => verifyLog(lines(), tools));
    const [all, own] = [process.cpuUsage(before[0]), process.threadCpuUsage(before[1])].map((u) => (u.user + u.system) / 1e6);
    if (proof.breachCount > 0 || proof.authored.signed !== count) throw new Error('the log of the bench does not hold');
    const data = mkdtempSync(join(folder, 'data-'));
    const store = openSqliteStore(data, nodeHasher);
    const [, taken] = await timed(() => importLog(store, lines, tools));
    const { identity, recipient } = await openBackupKey(join(folder, 'keys'));
    const to = join(folder, 'copy.age');
    const [, backed] = await timed(() => makeBackup(data, { to, recipient, madeAt: '' }));
    await store.close();
    const [, back] = await timed(() => restoreBackup(to, join(folder, 'back'), identity));
    const size = statSync(to).size / 1e6;
    return [
      { what: `checking ${count} signed entries (${megabytes.toFixed(0)} MB of file)`, value: seconds, unit: 's', bar: '≤ 10' },
      { what: '  processor seconds of it, all threads', value: all ?? 0, unit: 's' },
      { what: '  and of the thread that reads', value: own ?? 0, unit: 's' },
      { what: 'entries checked in a second', value: count / seconds, unit: '1/s' },
      { what: 'taking the same file in: checked, then kept', value: taken, unit: 's' },
      { what: `backup of it, sealed (${size.toFixed(0)} MB)`, value: backed, unit: 's' },
      { what: 'bringing the backup back, every chain checked', value: back, unit: 's' },
      { what: 'memory of the process after all of it', value: process.memoryUsage().rss / 1e6, unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
