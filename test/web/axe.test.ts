import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lang } from '../../src/core/index.ts';
import { messages as dutyWords } from '../../src/web/duties/messages.ts';
import { messages } from '../../src/web/messages.ts';
import { wordsFor } from '../../src/web/moves/words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { answerQuestion, isAsking, leaveRest, openDuties, questionOf } from '../support/web-duties.ts';
import { atBothWidths, type Look, lookIn, openAll } from '../support/web-look.ts';
import { serveSite, type WebSite } from '../support/web-site.ts';

const langs: readonly Lang[] = ['ja', 'en'];
const slow = { timeout: 600_000 };

describeInBrowser('axe finds nothing', () => {
  let site: WebSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it.each(langs)('on every page as it opens, in %s [W-03]', slow, async (lang) => {
    const kept = site.routes.filter((route) => route.startsWith(`/${lang}/`) || (route === '/' && lang === 'ja'));
    // The pages about single pieces of the knowledge are made alike: one of each kind.
    const pieces = ['rules/appi-ppc-report', 'facts/eventType', 'forms/F-05.ransomware', 'playbooks/P-01'];
    const routes = [...kept, ...pieces.map((piece) => `/${lang}/knowledge/${piece}/`)];
    const found = await atBothWidths(browser, lang, async ({ page, check }) => {
      for (const route of routes) {
        expect((await page.goto(site.base + route))?.status(), route).toBe(200);
        await check('as it opens');
      }
    });
    expect(found).toEqual([]);
  });

  it('and would find a picture without words and a field without a label [W-03]', slow, async () => {
    const found = await lookIn(await openContext(browser, 'ja', 'phone'), 'ja', 'phone', async ({ page, check }) => {
      await page.goto(`${site.base}/ja/`);
      await check('as it is');
      await page.locator('main').evaluate((main) => main.append(document.createElement('input'), document.createElement('img')));
      await check('spoilt');
    });
    expect(found.map((line) => line.replace(/^.*spoilt: ([a-z-]+):.*$/, '$1')).sort()).toEqual(['image-alt', 'label']);
  });

  it.each(langs)('on the triage at a later question, on lists filtered, and offline, in %s [W-05]', slow, async (lang) => {
    const found = await atBothWidths(browser, lang, async ({ page, check }) => {
      await page.goto(`${site.base}/${lang}/unsure/`);
      await page.locator('.triage .card[href^="#"]').first().click();
      await check('second question');
      for (const [path, hit] of [
        ['unsure/', lang === 'ja' ? 'メール' : 'email'],
        ['lists/during/', lang === 'ja' ? '警察' : 'police'],
      ] as const) {
        await page.goto(`${site.base}/${lang}/${path}`);
        const box = page.getByRole('searchbox', { name: messages.filterLabel[lang] });
        await box.fill(hit);
        await check('a hit');
        await box.fill('ぬぬぬ');
        await check('no hit');
      }
      for (const path of ['cases/malware/', 'lists/during/']) {
        await page.goto(`${site.base}/${lang}/${path}`);
        await page.context().setOffline(true);
        await page.getByText(wordsFor(lang).offlineKept()).waitFor();
        await check('offline');
        await page.context().setOffline(false);
      }
    });
    expect(found).toEqual([]);
  });

  const walkDuties = async ({ page, lang, check }: Look): Promise<void> => {
    await openDuties(page, site.base, lang, '#case=malware');
    await check('first question');
    for (let i = 0; i < 6; i++) await answerQuestion(page, lang);
    await check('six answers given');
    const duty = page.locator('#results article').first();
    for (const name of [dutyWords.why[lang], dutyWords.howDated[lang]]) await duty.getByText(name, { exact: true }).first().click();
    await openAll(page);
    await check('all open');
    await page.reload();
    await questionOf(page).waitFor();
    const change = page.getByRole('button', { name: dutyWords.change[lang], exact: true });
    if ((await change.count()) === 0) await page.getByRole('heading', { name: dutyWords.answered[lang] }).click();
    await change.first().click();
    await check('an answer being changed');
    await page.getByRole('button', { name: dutyWords.keepAsIs[lang], exact: true }).click();
    await leaveRest(page, lang);
    expect(await isAsking(page, lang)).toBe(false);
    await check('all asked');
  };

  it.each(langs)('on the duties check from the first question to the last, in %s [W-06]', slow, async (lang) => {
    expect(await atBothWidths(browser, lang, walkDuties)).toEqual([]);
  });

  it('in dark colours [W-07]', slow, async () => {
    const context = await openContext(browser, 'ja', 'phone');
    const found = await lookIn(context, 'ja', 'phone, dark', async (look) => {
      await look.page.emulateMedia({ colorScheme: 'dark' });
      for (const path of ['', 'cases/malware/', 'unsure/', 'qa/police/', 'lists/during/', 'flow/', 'blocks/']) {
        await look.page.goto(`${site.base}/ja/${path}`);
        await openAll(look.page);
        await look.check('all open');
      }
      await walkDuties(look);
    });
    expect(found).toEqual([]);
  });
});
