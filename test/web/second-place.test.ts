import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../../src/web/messages.ts';
import { secondPlaceWordsFor } from '../../src/web/moves/second-place-words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { type RecordSite, serveRecord } from '../support/record-site.ts';
import { findViolations } from '../support/web-axe.ts';
import { expectFocus, tabTo } from '../support/web-keys.ts';

const slow = { timeout: 120_000 };
const top = mkdtempSync(join(tmpdir(), 'shodo-place-'));

describeInBrowser('the page of the second place', () => {
  let site: RecordSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([serveRecord(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(top, { recursive: true, force: true });
  });

  const open = async (lang: 'ja' | 'en', width: 'phone' | 'desktop'): Promise<Page> => {
    const page = await (await openContext(browser, lang, width)).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${site.base}/${lang}/second-place/`);
    await page.locator('.place-state > *').first().waitFor();
    return page;
  };
  const copies = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.age'));
  const post = (body: object) =>
    fetch(`${site.base}/api/v1/second-place`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('leads there from the foot of each page and from the list of records [SAFE-25]', slow, async () => {
    const page = await open('ja', 'desktop');
    await page.goto(`${site.base}/ja/`);
    expect(await page.locator('.foot a[href="/ja/second-place/"]').count()).toBe(1);
    await page.goto(`${site.base}/ja/incidents/`);
    await page.locator('main a[href="/ja/second-place/"]').click();
    await page.getByRole('heading', { level: 1, name: messages.secondPlace.ja }).waitFor();
    await page.context().close();
  });

  it('is told by the keyboard where it lies, shows the key once, the copy and what goes wrong [SAFE-25]', slow, async () => {
    const words = secondPlaceWordsFor('ja');
    const page = await open('ja', 'phone');
    const input = page.getByLabel(words.folder);
    expect(await findViolations(page)).toEqual([]);
    await tabTo(page, input);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(words.missing).waitFor();
    await page.keyboard.type('shodo-copy');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('はじめから全部').waitFor();
    expect(await input.inputValue()).toBe('shodo-copy');
    expect(await input.getAttribute('aria-invalid')).toBe('true');
    expect(await findViolations(page)).toEqual([]);
    const disk = join(top, 'disk');
    await input.fill(disk);
    await site.cut();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(words.offline).waitFor();
    expect(await input.inputValue()).toBe(disk);
    await site.heal();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.keyTitle }).waitFor();
    const key = ((await page.locator('.key').textContent()) ?? '').replace(/\s/g, '');
    expect(key).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    expect(await findViolations(page)).toEqual([]);
    // A page that was closed too early costs nobody the key.
    await page.reload();
    await page.getByRole('button', { name: words.keyShow }).click();
    await page.getByRole('heading', { name: words.keyTitle }).waitFor();
    await tabTo(page, page.getByRole('button', { name: words.written }));
    await page.keyboard.press('Enter');
    await page.getByText(words.gone).waitFor();
    await expectFocus(page, 'the key is on paper');
    await page.reload();
    await page.getByText(words.noLag).waitFor();
    expect(await page.getByText('AGE-SECRET-KEY').count()).toBe(0);
    expect(await page.getByRole('button', { name: words.keyShow }).count()).toBe(0);
    expect(copies(disk)).toHaveLength(1);
    renameSync(disk, join(top, 'pulled'));
    await page.getByText('第2の置き場所が見つかりません').waitFor({ timeout: 20_000 });
    expect(await findViolations(page)).toEqual([]);
    renameSync(join(top, 'pulled'), disk);
    await page.getByText('第2の置き場所が見つかりません').waitFor({ state: 'detached', timeout: 60_000 });
    await page.context().close();
  });

  it('is changed and stopped; what lies there stays [SAFE-25]', slow, async () => {
    const words = secondPlaceWordsFor('en');
    expect((await post({ folder: join(top, 'first') })).status).toBe(200);
    expect((await post({ keyWritten: true })).status).toBe(200);
    const page = await open('en', 'desktop');
    await page.getByRole('button', { name: words.change }).click();
    const input = page.getByLabel(words.folder);
    expect(await input.inputValue()).toBe(join(top, 'first'));
    await input.fill(join(top, 'second'));
    await page.getByRole('button', { name: words.choose }).click();
    await page.getByText(words.noLag).waitFor();
    expect(await page.locator('.place-state code').textContent()).toBe(join(top, 'second'));
    expect(copies(join(top, 'second'))).toHaveLength(1);
    expect(await findViolations(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: words.stop }));
    await page.keyboard.press('Enter');
    await expectFocus(page, 'stop');
    await page.getByRole('button', { name: words.stopYes, exact: true }).click();
    await page.getByText(words.none).waitFor();
    expect(copies(join(top, 'second'))).toHaveLength(1);
    await page.context().close();
  });
});
