import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lang } from '../../src/core/index.ts';
import { wordsFor } from '../../src/web/moves/words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';
import { atBothWidths, type Look, lookIn, openAll } from '../support/web-look.ts';
import { serveSite, type WebSite } from '../support/web-site.ts';

const langs: readonly Lang[] = ['ja', 'en'];
const slow = { timeout: 600_000 };

// Beside the other pages in a file of its own, so that both cores look.
describeInBrowser('axe finds nothing in any case', () => {
  let site: WebSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  // Every case is made alike: those on home are looked at in both widths, the rest on a phone.
  const { home } = knowledge.cases;
  const others = knowledge.playbooks.map((p) => p.slug).filter((slug) => !home.includes(slug));

  it.each(
    langs.flatMap((lang) => [
      { lang, which: 'home', slugs: home },
      { lang, which: 'others', slugs: others },
    ]),
  )(
    'on the first moves while they are used: a step done, one that cannot be, each answer, all open, $which in $lang [W-04]',
    slow,
    async ({ lang, which, slugs }) => {
      const words = wordsFor(lang);
      const look = async ({ page, check }: Look): Promise<void> => {
        for (const slug of slugs) {
          await page.goto(`${site.base}/${lang}/cases/${slug}/`);
          await page.getByRole('button', { name: words.did, exact: true }).first().click();
          await page.getByRole('button', { name: words.cannot, exact: true }).nth(1).click();
          await openAll(page);
          const questions = await page.locator('.answers').all();
          for (const [k, answer] of (['yes', 'no', 'unknown'] as const).entries()) {
            if (questions.length === 0 && k > 0) break;
            for (const question of questions) await question.locator(':scope > button').nth(k).click();
            await openAll(page);
            await check(`answers ${answer}`);
          }
        }
      };
      const found =
        which === 'home'
          ? await atBothWidths(browser, lang, look)
          : await lookIn(await openContext(browser, lang, 'phone'), lang, 'phone', look);
      expect(found).toEqual([]);
    },
  );
});
