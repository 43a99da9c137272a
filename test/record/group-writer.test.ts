import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openGroupWriter } from '../../src/server/record/group-writer.ts';
import { openDatabase } from '../../src/server/record/open-database.ts';

const open = () => {
  const folder = mkdtempSync(join(tmpdir(), 'shodo-writer-'));
  const db = openDatabase(folder);
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  const writer = openGroupWriter(db);
  const commits: number[] = [];
  writer.onCommit(() => commits.push(commits.length));
  return { writer, commits };
};

describe('the one writer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('waits for what is announced, so that both share a commit [STORE-30]', async () => {
    const { writer, commits } = open();
    const given = writer.announce();
    const first = writer.write(() => 'a');
    await nextTurn();
    expect(commits).toHaveLength(0);
    const second = writer.write(() => 'b');
    given();
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
    expect(commits).toHaveLength(1);
  });

  it('writes what came where the announced does not come [STORE-30]', async () => {
    const { writer, commits } = open();
    writer.announce();
    const first = writer.write(() => 'a');
    vi.advanceTimersByTime(2);
    expect(await first).toBe('a');
    expect(commits).toHaveLength(1);
  });

  it('writes at once where nothing is announced, or no longer [STORE-30]', async () => {
    const { writer, commits } = open();
    expect(await writer.write(() => 'a')).toBe('a');
    const given = writer.announce();
    const waiting = writer.write(() => 'b');
    given();
    given();
    expect(await waiting).toBe('b');
    expect(commits).toHaveLength(2);
  });
});
