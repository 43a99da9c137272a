import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser, openContext } from '../../../test/support/browser.ts';
import { siteInMemory } from './site-for-tests.ts';

const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

describeInBrowser('the module on a case page', () => {
  let site: ReadonlyMap<string, Uint8Array>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [site, browser] = await Promise.all([siteInMemory(), launchBrowser()]);
    const context = await openContext(browser, 'ja', 'phone');
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const bytes = site.get(pathname);
      if (!bytes) return route.fulfill({ status: 404 });
      const contentType = types[pathname.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
      return route.fulfill({ body: Buffer.from(bytes), contentType, headers: { 'content-security-policy': "default-src 'self'" } });
    });
    page = await context.newPage();
    await page.goto('http://shodo.test/ja/cases/malware/');
  });

  afterAll(() => browser?.close());

  const first = () => page.locator('.step').first();

  it('[M-01] marks a step done with its time, keeps it, and takes it back', async () => {
    await first().getByRole('button', { name: 'できた' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('元に戻す');
    await page.reload();
    expect(await first().locator('.when').textContent()).toMatch(/済み\s*\d\d:\d\d/);
    await first().getByRole('button', { name: '元に戻す' }).click();
    expect(await first().getByRole('button', { name: 'できた' }).isVisible()).toBe(true);
    expect(await page.getByRole('status').filter({ hasText: '元に戻しました' }).count()).toBe(1);
  });

  it('[M-02] shows what to do instead when a step cannot be done', async () => {
    const button = first().getByRole('button', { name: 'できない' });
    await button.click();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await first().locator('.cannot p').isVisible()).toBe(true);
  });

  it('[M-03] shows the steps of an answer at once, one answer at a time', async () => {
    const branch = page.locator('.branch').first();
    const [yes, no] = await branch.locator('.answers > button').all();
    await yes?.click();
    expect(await branch.locator('.ans.yes .step').first().isVisible()).toBe(true);
    await no?.click();
    expect(await yes?.getAttribute('aria-pressed')).toBe('false');
    expect(await branch.locator('.ans.yes').isVisible()).toBe(false);
    expect(await branch.locator('.ans.no').isVisible()).toBe(true);
  });

  it('[M-03] hides the steps an answer takes away, and brings them back', async () => {
    const [drops = ''] = await page
      .locator('[data-drops]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.drops ?? ''));
    const dropped = page.locator(`[id="${drops.split(' ')[0]}"]`);
    const answer = page
      .locator('.answers > button')
      .and(page.locator(`[aria-controls="${await page.locator('[data-drops]').first().getAttribute('id')}"]`));
    await answer.click();
    expect(await dropped.getAttribute('hidden')).toBe('');
    await answer.click();
    expect(await dropped.getAttribute('hidden')).toBeNull();
  });

  it('[M-04] counts from the time one noticed, refuses a time to come, clears and restores', async () => {
    await page.getByRole('button', { name: '時刻を変える' }).click();
    const input = page.getByLabel('いつ気づきましたか');
    await input.fill('2026-01-01T09:00');
    expect(await page.getByRole('timer').textContent()).toMatch(/^\d{3,}:\d\d:\d\d$/);
    await input.fill('2099-01-01T09:00');
    expect(await page.locator('.noticed [role=status]').textContent()).toContain('いまより前の時刻');
    await page.getByRole('button', { name: 'この端末の記録を消す' }).click();
    expect(await page.getByRole('timer').textContent()).toMatch(/^00:00:0\d$/);
    await page.locator('.noticed').getByRole('button', { name: '元に戻す' }).click();
    expect(await page.getByRole('timer').textContent()).toMatch(/^\d{3,}:/);
  });

  it('[M-05] changes the language at the same place', async () => {
    await page.locator('#contacts').evaluate((place) => place.scrollIntoView());
    await page.locator('[data-lang]').evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL('**/en/cases/malware/#**');
    expect(new URL(page.url()).hash).toMatch(/^#contacts/);
  });

  it('[M-06] filters a list by two characters', async () => {
    await page.goto('http://shodo.test/ja/lists/during/');
    await page.getByLabel('ことばで絞り込む').fill('警察');
    const shown = await page.locator('.entry:visible').allInnerTexts();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(await page.locator('.entry').count());
    await page.getByLabel('ことばで絞り込む').fill('ぬぬぬ');
    expect(await page.getByRole('status').filter({ hasText: '見つかりません' }).count()).toBe(1);
  });

  it('[M-07] leads by links alone from the first question to a case', async () => {
    await page.goto('http://shodo.test/ja/unsure/');
    for (let asked = 0; page.url().includes('/unsure/') && asked < 4; asked++) {
      const question = page.locator('.q:visible');
      expect(await question.count()).toBe(1);
      await question.getByRole('link').first().click();
    }
    expect(page.url()).toContain('/cases/');
  });
});
