import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataFolder, probeFolder } from './data-folder.ts';

describe('where data lies', () => {
  it.each([
    ['linux', {}, '/h/.local/share/shodo'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/shodo'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/h/.local/share/shodo'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/h/Library/Application Support/Shodo'],
  ])('%s %j → %s [START-04]', (platform, env, folder) => expect(defaultDataFolder({ platform, env, home: '/h' })).toBe(folder));

  it('is AppData on Windows [START-04]', () =>
    expect(defaultDataFolder({ platform: 'win32', env: { LOCALAPPDATA: 'L' }, home: 'h' })).toBe(join('L', 'Shodo')));
});

describe('trying the folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shodo-data-'));

  it('leaves nothing behind [START-04]', () => {
    expect(probeFolder(join(folder, 'a', 'b'))).toBeUndefined();
    expect(existsSync(join(folder, 'a'))).toBe(false);
    expect(probeFolder(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says why it cannot be used [START-05]', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(probeFolder(join(file, 'data'))).toBe('ENOTDIR');
    expect(probeFolder(file)).toBe('ENOTDIR');
    // Node's recursive form never came back from this one.
    if (process.platform === 'linux') expect(probeFolder('/proc/shodo/data')).toBe('ENOENT');
  });
});
