import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lang } from '../../src/core/index.ts';
import { messages } from '../../src/web/messages.ts';
import { cardWordsFor } from '../../src/web/moves/card-words.ts';
import { describeInBrowser, launchBrowser, openContext, type Width } from '../support/browser.ts';
import { type RecordSite, serveRecord } from '../support/record-site.ts';
import { findViolations } from '../support/web-axe.ts';
import { expectFocus, tabTo } from '../support/web-keys.ts';

const slow = { timeout: 240_000 };
/** How long a change may take to come through on a busy machine. */
const soon = { timeout: 15_000 };
const langs: readonly Lang[] = ['ja', 'en'];
const widths: readonly Width[] = ['phone', 'desktop'];

describeInBrowser("the organisation's card", () => {
  let site: RecordSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveRecord(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const openCard = async (context: BrowserContext, lang: Lang): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${site.base}/${lang}/card/`);
    await page.locator('#card-form textarea').waitFor();
    return page;
  };
  const contact = (page: Page, lang: Lang, role: 'day' | 'night') => page.getByRole('group', { name: cardWordsFor(lang)[role] });
  const write = async (page: Page, lang: Lang, of: { name?: string; day?: string; night?: string; places?: string }): Promise<void> => {
    const words = cardWordsFor(lang);
    if (of.name !== undefined) await page.getByLabel(words.name, { exact: true }).fill(of.name);
    for (const role of ['day', 'night'] as const)
      if (of[role] !== undefined) await contact(page, lang, role).getByLabel(words.phone).fill(of[role]);
    if (of.places !== undefined) await page.getByLabel(words.places).fill(of.places);
    await page.getByRole('button', { name: words.save, exact: true }).click();
  };
  const status = (page: Page, text: string) => page.locator('#card-status', { hasText: text }).waitFor();

  it('is kept as a draft while the server was never reached, shows at once, and is shared when it is [CARD-01]', slow, async () => {
    const context = await openContext(browser, 'ja', 'phone');
    await context.route('**/api/**', (route) => route.abort());
    const page = await openCard(context, 'ja');
    await write(page, 'ja', { name: '株式会社みどり', day: '03-0000-0000', night: '090-0000-0000', places: '経理部\n営業部' });
    await status(page, cardWordsFor('ja').draft);
    await page.goto(`${site.base}/ja/cases/malware/`);
    await page.locator('.thumb .call a').first().waitFor();
    await context.unroute('**/api/**');
    await page.goto(`${site.base}/ja/`);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('shodo.card')?.includes('draft') ?? true), soon).toBe(false);
    const other = await openContext(browser, 'en', 'desktop');
    const there = await openCard(other, 'en');
    await expect.poll(() => there.getByLabel(cardWordsFor('en').name, { exact: true }).inputValue(), soon).toBe('株式会社みどり');
    expect(await there.getByLabel(cardWordsFor('en').places).inputValue()).toBe('経理部\n営業部');
    await Promise.all([context.close(), other.close()]);
  });

  it('stands on every page of first moves of a device that never wrote it, both numbers one touch away [CARD-02]', slow, async () => {
    const context = await openContext(browser, 'ja', 'phone');
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date('2026-11-25T10:00:00+09:00'));
    await page.goto(`${site.base}/ja/cases/website/`);
    const call = page.locator('.thumb .call a');
    await call.first().waitFor();
    expect(await call.first().textContent()).toContain(messages.callIt.ja);
    expect(await call.evaluateAll((links) => links.map((a) => a.getAttribute('href')))).toEqual(['tel:0300000000', 'tel:09000000000']);
    await page.clock.setFixedTime(new Date('2026-11-25T22:00:00+09:00'));
    await page.goto(`${site.base}/ja/cases/spoofed-mail/`);
    await call.first().waitFor();
    expect(await call.evaluateAll((links) => links.map((a) => a.getAttribute('href')))).toEqual(['tel:09000000000', 'tel:0300000000']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#contacts [data-role="day"]').textContent()).toContain('03-0000-0000');
    await context.close();
  });

  it('prints blanks for a pen where nothing is entered, also without script [CARD-04]', slow, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    for (const path of ['cases/malware/', 'cases/account/']) {
      await page.goto(`${site.base}/ja/${path}`);
      const blank = page.locator('#contacts [data-role="night"] dd');
      expect(await blank.isVisible()).toBe(true);
      expect((await blank.boundingBox())?.width).toBeGreaterThan(90);
    }
    await page.goto(`${site.base}/ja/card/`);
    expect(await page.locator('noscript .blank, .own .blank').count()).toBeGreaterThan(3);
    await context.close();
  });

  it('names what is wrong and keeps what was typed [CARD-01]', slow, async () => {
    for (const lang of langs) {
      const context = await openContext(browser, lang, 'phone');
      const page = await openCard(context, lang);
      await page.waitForTimeout(1_000);
      await write(page, lang, { day: 'かいしゃ' });
      await status(page, cardWordsFor(lang).wrongPhone);
      const phone = contact(page, lang, 'day').getByLabel(cardWordsFor(lang).phone);
      expect(await phone.inputValue()).toBe('かいしゃ');
      expect(await phone.getAttribute('aria-invalid')).toBe('true');
      expect(await phone.evaluate((box) => box === document.activeElement)).toBe(true);
      await context.close();
    }
  });

  it('shows two numbers that were said apart, to choose from [CARD-03]', slow, async () => {
    const contexts = await Promise.all([openContext(browser, 'ja', 'phone'), openContext(browser, 'ja', 'phone')]);
    const pages = await Promise.all(contexts.map((context) => openCard(context, 'ja')));
    const words = cardWordsFor('ja');
    const [one, other] = pages as [Page, Page];
    await write(one, 'ja', { name: '株式会社みどり', day: '03-0000-0000' });
    await status(one, words.shared);
    await expect.poll(() => other.getByLabel(words.name, { exact: true }).inputValue(), soon).toBe('株式会社みどり');
    // A stream that is open already would still tell: the other device is opened anew without the server.
    await contexts[1]?.route('**/api/**', (route) => route.abort());
    await other.reload();
    await expect.poll(() => other.getByLabel(words.name, { exact: true }).inputValue(), soon).toBe('株式会社みどり');
    await other.waitForTimeout(1_000);
    await write(one, 'ja', { day: '03-1111-1111' });
    await status(one, words.shared);
    await write(other, 'ja', { day: '03-2222-2222' });
    await status(other, words.saved);
    await contexts[1]?.unroute('**/api/**');
    await other.reload();
    await other.getByText(words.apart(words.day)).waitFor();
    await one.reload();
    await one.getByText(words.apart(words.day)).waitFor();
    await one.getByRole('button', { name: words.use('03-2222-2222') }).click();
    await write(one, 'ja', {});
    await status(one, words.shared);
    expect(await one.getByText(words.apart(words.day)).count()).toBe(0);
    await Promise.all(contexts.map((context) => context.close()));
  });

  it('is written with the keyboard alone, and axe finds nothing [CARD-05]', slow, async () => {
    for (const lang of langs) {
      for (const width of widths) {
        const context = await openContext(browser, lang, width);
        const page = await openCard(context, lang);
        await page.waitForTimeout(1_000);
        expect(await findViolations(page)).toEqual([]);
        await page.locator('#card-form summary').click();
        expect(await findViolations(page)).toEqual([]);
        await tabTo(page, page.getByRole('button', { name: cardWordsFor(lang).save, exact: true }));
        await page.keyboard.press('Enter');
        await status(page, cardWordsFor(lang).shared);
        await expectFocus(page, 'saving').catch(() => {});
        await page.goto(`${site.base}/${lang}/cases/malware/`);
        await page.locator('.thumb .call a').first().waitFor();
        expect(await findViolations(page)).toEqual([]);
        await context.close();
      }
    }
  });
});
