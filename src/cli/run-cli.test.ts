import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programFolder, runCommand } from '../../test/support/run-command.ts';
import { assessResultSchema } from '../app/index.ts';
import { commands } from './commands.ts';
import { exitCodes, exitMeanings } from './exit-codes.ts';

const root = programFolder();
const run = (...args: string[]) => runCommand(root, args);
const file = (name: string, content: unknown): string => {
  const path = join(root, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const facts = { personalDataInvolved: true, sensitiveInfo: true, strongProtection: false, knownAt: '2026-11-20T18:30:00+09:00' };
const known = file('known.json', { facts });
const open = file('open.json', { sensitiveInfo: true });

describe('help', () => {
  it('stands everywhere, in both languages, with the one table of exit codes [CLI-10]', async () => {
    for (const args of [['--help'], [], ...commands.map((c) => [c.name, '--help'])]) {
      const ja = await run(...args);
      const en = await run(...args, '--lang', 'en');
      expect([ja.code, en.code, ja.err, en.err]).toEqual([0, 0, '', '']);
      for (const [name, code] of Object.entries(exitCodes)) {
        expect(ja.out).toContain(`${code}  ${exitMeanings[name as keyof typeof exitMeanings].ja}`);
        expect(en.out).toContain(`${code}  ${exitMeanings[name as keyof typeof exitMeanings].en}`);
      }
      expect(en.out).not.toMatch(/[ぁ-ん]/);
    }
  });

  it('is Japanese unless --lang or the system says English [CLI-10]', async () => {
    expect((await runCommand(root, ['--help'], { env: { LANG: 'en_GB.UTF-8' } })).out).toContain('Usage:');
    expect((await runCommand(root, ['--help'], { env: { LANG: 'C.UTF-8' } })).out).toContain('使い方：');
    expect((await runCommand(root, ['--lang', 'ja', 'assess', '--help'], { env: { LANG: 'en_GB.UTF-8' } })).out).toContain('使い方：');
  });
});

describe('a wrong command line is one sentence and a code', () => {
  it.each([
    [['asess'], 3, '「assess」のことですか'],
    [['assess', '--fact', 'x'], 3, '「--facts」のことですか'],
    [['assess'], 3, '--facts を指定'],
    [['assess', '--facts', 'nowhere.json'], 5, '見つかりません'],
    [['assess', '--batch', 'nowhere.jsonl'], 5, '見つかりません'],
    [['assess', '--facts', '/'], 5, 'フォルダーなので'],
    [['--xyz'], 3, '--help で一覧'],
    [['start', '--data', ''], 3, '--data を指定'],
    [['assess', '--facts', known, '--at', 'soon'], 3, '日時として読めません'],
    [['assess', '--facts', known, 'more'], 3, '余分'],
    [['assess', '--facts', known, '--lang', 'fr'], 3, 'ja か en'],
    [['explain', '--facts', known, '--rule', 'sample-repor'], 4, '「sample-report」のことですか'],
    [['case', 'P-98'], 4, '「P-99」のことですか'],
    [['law', '--on', 'someday'], 2, '日付として読めません'],
    [['start', '--port', '99999'], 3, '65535'],
    [['assess', '--facts', file('broken.json', '{')], 2, 'JSON として読めません'],
    [['assess', '--facts', file('typo.json', { sensitiveinfo: true })], 2, '「sensitiveInfo」のことですか'],
  ])('%j → %i [CLI-11]', async (args, code, says) => {
    const ran = await run(...args);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(says);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  it('says when the knowledge is not built [CLI-11]', async () => {
    const ran = await runCommand(join(root, 'dist'), ['knowledge']);
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('npm run build')]);
  });
});

describe('assess', () => {
  it('prints calm text: what is needed, with dates, weekdays and the law [CLI-12]', async () => {
    const { code, out } = await run('assess', '--facts', known);
    expect(code).toBe(0);
    expect(out).toContain('必要（1）');
    expect(out).toContain('見本の報告（義務）  sample-report');
    expect(out).toContain('確報：2026-12-21（月） まで（目標 2026-12-18（金））');
    expect(out).toContain('これは法律の助言ではありません');
    expect((await run('assess', '--facts', known, '--lang', 'en')).out).toContain(
      'Final report: by 2026-12-21 (Mon) (target 2026-12-18 (Fri))',
    );
  });

  it('says what cannot be told yet, and what to find out [CLI-12]', async () => {
    const { out } = await run('assess', '--facts', open);
    expect(out).toContain('まだ決められない（1）');
    expect(out).toContain('次に確かめること');
    expect(out).not.toContain('不要');
  });

  it('marks what is overdue at a moment [CLI-12]', async () => {
    expect((await run('assess', '--facts', known, '--at', '2026-12-22T00:00:00+09:00')).out).toContain('期限を過ぎています');
  });

  it('prints the contract’s JSON, from a file or from standard input, facts alone or a whole request [CLI-13]', async () => {
    const whole = assessResultSchema.parse(JSON.parse((await run('assess', '--facts', known, '--json')).out));
    const bare = await runCommand(root, ['assess', '--facts', '-', '--json'], { input: `\uFEFF${JSON.stringify(facts)}` });
    expect(JSON.parse(bare.out)).toEqual(whole);
  });

  it('gives mistakes as JSON too, and reads leniently when told [CLI-13]', async () => {
    const typo = file('typo2.json', { sensitiveinfo: true });
    const ran = await run('assess', '--facts', typo, '--json');
    expect([ran.code, JSON.parse(ran.out).error.nearest]).toEqual([2, 'sensitiveInfo']);
    const lenient = await run('assess', '--facts', typo, '--json', '--lenient');
    expect([lenient.code, JSON.parse(lenient.out).ignored]).toEqual([0, ['sensitiveinfo']]);
  });
});

describe('the other commands', () => {
  it('ask, explain, law, knowledge, case and version answer in words and in JSON [CLI-14]', async () => {
    expect((await run('ask', '--facts', open)).out).toContain('1. knownAtですか  knownAt');
    expect(JSON.parse((await run('ask', '--facts', open, '--json')).out).questions[0].fact).toBe('knownAt');
    const explained = (await run('explain', '--facts', known, '--rule', 'sample')).out;
    for (const part of ['決め手', '日付の出し方', '条件のすべて', '出典']) expect(explained).toContain(part);
    expect(JSON.parse((await run('explain', '--facts', open, '--rule', 'sample', '--json')).out).obligation.applies).toBe('unknown');
    expect((await run('law', '--on', '2026-11-24')).out).toContain('見本の改正（遅くとも 2028-07-01）');
    expect(JSON.parse((await run('law', '--on', '2020-01-01', '--json')).out)).toMatchObject({ rules: [], nextTurn: '2022-04-01' });
    expect((await run('knowledge')).out).toContain('sample-report supplement  指針');
    expect(JSON.parse((await run('knowledge', '--json')).out)).toMatchObject({
      hash: 'feed',
      counts: { rules: 1 },
      unread: [{ stage: 'supplement' }],
    });
    expect((await run('version')).out).toBe('9.8.7\n');
    expect((await run('--version')).out).toBe('9.8.7\n');
  });

  it('case prints the first moves by id or slug, with branches and what to do instead [CLI-15]', async () => {
    const ja = (await run('case', 'p-99')).out;
    for (const part of [
      'はじめの5分（5分）',
      '1. 電話する',
      'なぜ：早いから',
      '注意：メールしない',
      'できないとき：人を呼ぶ',
      '? 広がっていますか',
      'わからない → 広がっているとみなす',
    ])
      expect(ja).toContain(part);
    expect((await run('case', 'sample', '--lang', 'en', '--all')).out).toContain('1. Call');
    expect((await run('case')).out).toContain('shodo case sample');
  });
});

describe('receipt', () => {
  it('is written, checked, and refused where it was changed or is none [CLI-30]', async () => {
    const written = await run('receipt', '--facts', known);
    expect([written.code, JSON.parse(written.out).receipt]).toEqual([0, 1]);
    expect(await run('receipt', '--check', file('receipt.json', written.out))).toMatchObject({ code: 0, err: '' });
    const changed = file('changed.json', written.out.replace('"yes"', '"no"'));
    expect(await run('receipt', '--check', changed)).toMatchObject({ code: exitCodes.mistake, out: '' });
    expect(await run('receipt', '--check', file('rubbish.json', '{'), '--lang', 'en')).toMatchObject({
      code: exitCodes.mistake,
      err: expect.stringContaining('receipt'),
    });
    expect(await run('receipt')).toMatchObject({ code: exitCodes.usage });
  });
});
