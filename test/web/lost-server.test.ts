import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsFor } from '../../src/web/moves/words.ts';
import { secondPlaceWordsFor } from '../../src/web/moves/second-place-words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { type RecordSite, serveRecord } from '../support/record-site.ts';
import { findViolations } from '../support/web-axe.ts';

const slow = { timeout: 120_000 };

describeInBrowser('a device whose server lost the record', () => {
  let site: RecordSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([serveRecord(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const note = async (page: Page, text: string): Promise<void> => {
    await page.locator('#record-text').fill(text);
    await page.locator('#record-text').press('Enter');
    await page.getByText(text).first().waitFor();
  };

  it('says so calmly, saves its copy, gives it back, and goes on where it was [LOSS-22] [LOSS-10]', slow, async () => {
    const context = await openContext(browser, 'ja', 'phone');
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${site.base}/ja/cases/malware/`);
    await page.getByRole('button', { name: wordsFor('ja').begin }).click();
    await page.waitForURL('**/ja/incident/#*');
    const id = new URL(page.url()).hash.slice(1, 37);
    await note(page, '共有した記録');
    await expect.poll(async () => (await site.entries(id)).length, { timeout: 20_000 }).toBeGreaterThan(1);
    await page.getByText('共有済み').first().waitFor();
    const before = await site.entries(id);
    const calm = page.locator('.server-copy');
    expect(await calm.count()).toBe(0);

    await site.lose();
    expect(await site.entries(id)).toEqual([]);
    await page.reload();
    await calm.getByText('この件は、サーバーにありません').waitFor();
    await page.getByText('共有済み').waitFor({ state: 'detached' });
    await note(page, '戻す前に書いた記録');
    expect(await findViolations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      calm.getByRole('button', { name: 'この端末の写しを保存する' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(before.at(-1)?.id);
    await page.goto(`${site.base}/ja/incidents/`);
    await page.getByText('新しい記録を始めました').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('link', { name: '第2の置き場所の画面へ' }).click();
    await page.getByRole('button', { name: secondPlaceWordsFor('ja').beganRead }).click();
    await page.getByText('新しい記録を始めました').waitFor({ state: 'detached' });
    await page.goto(`${site.base}/ja/incident/#${id}`);
    await calm.getByRole('button', { name: 'サーバーに戻す' }).click();
    await page.getByText('サーバーに戻しました').waitFor();
    await calm.waitFor({ state: 'detached' });
    expect((await site.entries(id)).slice(0, before.length)).toEqual(before);
    // What was said meanwhile follows by itself.
    await expect.poll(async () => (await site.entries(id)).length, { timeout: 60_000 }).toBe(before.length + 1);
    await context.close();
  });
});
