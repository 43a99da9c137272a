import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { programFolder, runCommand } from '../../../test/support/run-command.ts';
import { smallBundle } from '../../../test/support/small-bundle.ts';
import { codeNameOf } from '../../core/index.ts';

const root = programFolder();
writeFileSync(join(root, 'dist', 'knowledge', 'bundle.json'), JSON.stringify({ ...smallBundle, hash: 'a'.repeat(64) }));
const top = mkdtempSync(join(tmpdir(), 'shodo-record-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const [data, keys] = [join(top, 'data'), join(top, 'keys')];
const at = (...args: string[]) => runCommand(root, [...args, '--data', data, '--keys', keys]);
const json = async (...args: string[]) => JSON.parse((await at(...args, '--json')).out);

const begun = await json('report', '--case', 'sample', '--text', '経理のPCに赤い画面', '--noticed-at', '2026-11-20T18:30:00+09:00');
const { id } = begun as { id: string };
const short = id.slice(0, 13);

describe('the record from the command line', () => {
  it('begins with a report: id, code name, first moves, what to find out next [RCLI-01]', async () => {
    expect(begun).toMatchObject({ log: `incident:${id}`, seq: 1, name: codeNameOf(id) });
    const { code, out } = await runCommand(root, ['report', '--case', 'sample', '--drill', '--data', join(top, 'drill'), '--keys', keys]);
    expect(code).toBe(0);
    for (const part of ['記録しました：【訓練】', 'はじめの5分', '次に確かめること', 'npx shodo facts']) expect(out).toContain(part);
    expect((await at('report', '--case', 'sampel')).code).toBe(4);
    expect((await at('report', '--case', 'sample', '--noticed-at', 'きのう')).code).toBe(2);
  });

  it('records answers and says what changed; a correction needs its reason [RCLI-02]', async () => {
    const { code, out } = await at('facts', short, 'personalDataInvolved=yes', 'sensitiveInfo=はい');
    expect([code, out]).toEqual([0, expect.stringMatching(/見本の報告：まだ決められない → 必要とみなす　期限 2026-12-21（月）/)]);
    expect((await at('facts', id, 'strongProtection=no', '--lang', 'en')).out).toContain('Sample report: taken as needed → needed');
    expect(await json('facts', id, 'strongProtection=unknown')).toMatchObject({ facts: { strongProtection: null } });
    expect((await at('facts', id, 'strongProtection=no', '--correct')).code).toBe(3);
    expect((await at('facts', id, 'strongProtection=no', '--correct', '--reason', '聞き直した')).code).toBe(0);
    const blank = await at('facts', id, 'strongProtection=no', '--correct', '--reason', '　');
    expect([blank.code, blank.err]).toEqual([2, expect.stringContaining('空白だけです')]);
    expect((await at('facts', id, 'knownAt=2099-01-01')).code).toBe(2);
    const typo = await at('facts', id, 'sensitiveinfo=yes');
    expect([typo.code, typo.err]).toEqual([2, expect.stringContaining('「sensitiveInfo」のことですか')]);
    expect((await at('facts', id, 'sensitiveInfo')).code).toBe(3);
  });

  it('finds an incident by the beginning of its id or by its code name [RCLI-03]', async () => {
    const { ja, en } = codeNameOf(id);
    for (const word of [short, ja, en.toLowerCase(), `incident:${id}`]) expect((await at('timeline', word)).out).toContain(ja);
    expect((await at('timeline', 'zz')).code).toBe(4);
    await json('report', '--case', 'sample');
    const many = await at('timeline', id.slice(0, 2));
    expect([many.code, many.err]).toEqual([4, expect.stringContaining('2 件')]);
  });

  it('prints the timeline with words, weekdays and corrections, and searches it [RCLI-04]', async () => {
    const { out } = await at('timeline', id);
    for (const part of ['第一報', '経理のPCに赤い画面', '答えを直した', '聞き直した', '2026-11-24（火）']) expect(out).toContain(part);
    const found = await json('timeline', id, '--search', '赤い画面');
    expect(found.lines).toHaveLength(1);
    expect(found.lines[0]).toMatchObject({ seq: 1, kind: 'incident.reported', standing: 'shared' });
  });

  it('records a filing, which meets its stage, and vouches for the log [RCLI-05]', async () => {
    const filed = await at('file', id, '--obligation', 'sample', '--stage', 'final', '--filed-at', '2026-11-24', '--receipt', '第1号');
    expect([filed.code, filed.out]).toEqual([0, expect.stringContaining('見本の報告 確報')]);
    expect((await at('file', id, '--obligation', 'sampel', '--stage', 'final', '--filed-at', '2026-11-24')).code).toBe(4);
    expect((await at('file', id, '--obligation', 'sample', '--stage', 'finale', '--filed-at', '2026-11-24')).err).toContain('「final」');
    const { logs } = await json('verify', id);
    expect(logs[0]).toMatchObject({ unbroken: true, witnessed: [{ own: true }], authored: { unsigned: 0 } });
    expect(logs[0].completeTo).toBe(logs[0].head.seq);
  });

  it('enters, shows and removes what is promised to others, and counts it in every incident [RCLI-11]', async () => {
    const file = join(top, 'agreements.json');
    writeFileSync(
      file,
      JSON.stringify([{ party: '株式会社みほん', side: 'customer', triggers: ['any-incident'], hours: 24, clause: '契約 12条' }]),
    );
    const added = await at('agreements', file);
    expect([added.code, added.out]).toEqual([0, expect.stringMatching(/株式会社みほんへの契約上の連絡　24時間　契約 12条/)]);
    const [{ id: promise, duty }] = (await json('agreements')).agreements;
    expect((await at('file', id, '--obligation', duty, '--stage', 'notice', '--filed-at', '2026-11-24')).out).toContain('株式会社みほん');
    writeFileSync(file, JSON.stringify([{ party: 'x', side: 'custmer', triggers: ['any-incident'] }]));
    const typo = await at('agreements', file);
    expect([typo.code, typo.err]).toEqual([2, expect.stringContaining('「customer」')]);
    expect((await at('agreements', '--remove', 'none')).code).toBe(4);
    expect((await at('agreements', '--remove', promise)).out).toContain('まだ入っていません');
  });

  it('keeps its keys to their owner and out of the data [RCLI-06]', () => {
    for (const name of ['command-line.json', 'installation.pem']) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(data).filter((name) => /pem|key|command/.test(name))).toEqual([]);
  });

  it('says in one sentence that the record is damaged [RCLI-07]', async () => {
    const damaged = mkdtempSync(join(top, 'damaged-'));
    writeFileSync(join(damaged, 'record.sqlite'), 'no database, only words, longer than a header. '.repeat(40));
    for (const command of [['verify'], ['timeline', short]]) {
      const { code, err } = await runCommand(root, [...command, '--data', damaged, '--keys', keys]);
      expect([code, err]).toEqual([5, expect.stringContaining('shodo restore')]);
    }
  });

  it('says in one sentence that there is no record, no such file, no such form [RCLI-07]', async () => {
    const none = await runCommand(root, ['verify', '--data', join(top, 'nowhere'), '--keys', keys]);
    expect([none.code, none.err]).toEqual([4, expect.stringContaining('記録がありません')]);
    expect(existsSync(join(top, 'nowhere'))).toBe(false);
    expect((await at('import', 'nowhere.jsonl')).code).toBe(5);
    expect((await at('draft', id, '--form', 'F-99')).code).toBe(4);
    expect((await at('rebuild')).out).toContain('2 件');
  });
});

describe('out and in', () => {
  const file = join(top, 'log.jsonl');
  const other = ['--data', join(top, 'other'), '--keys', join(top, 'other-keys')];
  const there = (...args: string[]) => runCommand(root, [...args, ...other]);

  it('exports, checks and imports a log; the trace goes into the importing organisation [RCLI-08]', async () => {
    expect((await at('export', id, '--to', file)).code).toBe(0);
    expect((await at('export', id, '--to', file)).code).toBe(8);
    const checked = await there('verify', file);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('別の鍵')]);
    expect((await there('import', file)).out).toContain('読み込みました');
    expect((await there('import', file)).out).toContain('すでにあります');
    const { logs } = JSON.parse((await there('verify', '--json')).out);
    expect(logs.map((l: { head: { log: string; seq: number } }) => [l.head.log.split(':')[0], l.head.seq])).toContainEqual([
      'organisation',
      1,
    ]);
    expect((await at('export', id)).out).toContain('"shodo":"log"');
    expect((await at('export', id, '--without-words')).out).not.toContain('{"part":{');
  });

  it('refuses a changed log with its place and exit code 7, and takes nothing [RCLI-09]', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sensitiveInfo":true', '"sensitiveInfo":null'));
    const third = ['--data', join(top, 'third'), '--keys', keys];
    const checked = await runCommand(root, ['verify', file, ...third]);
    expect([checked.code, checked.out]).toEqual([7, expect.stringContaining('（2 番）')]);
    const refused = await runCommand(root, ['import', file, ...third]);
    expect([refused.code, refused.err]).toEqual([7, expect.stringContaining('2 番')]);
    expect(JSON.parse((await runCommand(root, ['verify', '--json', ...third])).out).logs).toEqual([]);
  });

  it('backs up and restores; the key is shown once, and again when asked [SAFE-13]', async () => {
    const copy = join(top, 'copy.age');
    const made = await at('backup', '--to', copy);
    const [key = ''] = /AGE-SECRET-KEY-1\w+/.exec(made.out) ?? [];
    expect([made.code, key.length > 50]).toEqual([0, true]);
    expect((await at('backup', '--to', join(top, 'copy2.age'))).out).not.toContain(key);
    expect((await at('backup', '--show-key')).out).toBe(`${key}\n`);
    expect((await at('backup', '--to', copy)).code).toBe(8);
    expect((await at('backup', '--to', join(data, 'copy.age'))).code).toBe(3);
    const elsewhere = ['--data', join(top, 'back'), '--keys', join(top, 'no-keys')];
    expect((await runCommand(root, ['restore', '--from', copy, ...elsewhere])).code).toBe(2);
    const back = await runCommand(root, ['restore', '--from', copy, '--key', key, ...elsewhere]);
    expect([back.code, back.out]).toEqual([0, expect.stringContaining('すべて確かめました')]);
    expect((await runCommand(root, ['restore', '--from', copy, '--key', key, ...elsewhere])).code).toBe(8);
    expect((await runCommand(root, ['verify', ...elsewhere])).code).toBe(0);
  });
});
