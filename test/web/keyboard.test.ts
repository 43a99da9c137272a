import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { messages as dutyWords } from '../../src/web/duties/messages.ts';
import { messages } from '../../src/web/messages.ts';
import { wordsFor } from '../../src/web/moves/words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';
import { questionOf } from '../support/web-duties.ts';
import { expectFocus, focusOf, pressOn, tabTo } from '../support/web-keys.ts';
import { serveSite, type WebSite } from '../support/web-site.ts';

const slugs = ['malware', 'spoofed-mail', 'website', 'account'] as const;
const words = wordsFor('ja');
const slow = { timeout: 120_000 };

describeInBrowser('by keyboard alone', () => {
  let site: WebSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  beforeEach(async () => {
    page = await (await openContext(browser, 'ja', 'desktop')).newPage();
    page.setDefaultTimeout(15_000);
  });

  afterEach(() => page.context().close());

  const open = (slug: string) => page.goto(`${site.base}/ja/cases/${slug}/`);

  /** Answers the question of the moment with whatever it takes; the focus goes on to the next question. */
  const answerByKeys = async (): Promise<void> => {
    const question = questionOf(page);
    const before = await question.getByRole('heading').first().textContent();
    const named = (name: string): Locator => question.getByRole('button', { name, exact: true });
    const simple = named(dutyWords.yes.ja).or(named(dutyWords.now.ja));
    if ((await simple.count()) > 0) await pressOn(page, simple, 'Enter');
    else {
      const choice = question.getByRole('radio').or(question.getByRole('checkbox')).first();
      if ((await choice.count()) > 0) await pressOn(page, choice, 'Space');
      else {
        await tabTo(page, question.getByRole('textbox').first());
        await page.keyboard.type('1500');
      }
      await pressOn(page, named(dutyWords.decide.ja), 'Enter');
    }
    await expect.poll(() => question.getByRole('heading').first().textContent()).not.toBe(before);
    await expectFocus(page, `answering “${before}”`);
  };

  it.each(slugs)('walks from home through %s to the duties check and answers there [W-08]', slow, async (slug) => {
    const title = knowledge.playbooks.find((p) => p.slug === slug)?.title.ja ?? '';
    await page.goto(`${site.base}/ja/`);
    await pressOn(page, page.getByRole('main').getByRole('link', { name: title }), 'Enter');
    await page.waitForURL(`**/ja/cases/${slug}/`);

    await pressOn(page, page.getByRole('link', { name: messages.skip.ja }), 'Enter');
    const steps = page.locator('#T5 > .steps > .step');
    const button = (step: Locator, name: string): Locator => step.getByRole('button', { name, exact: true });

    // Done, taken back, done again: the focus stays with the step.
    const [first, second] = [steps.nth(0), steps.nth(1)];
    await pressOn(page, button(first, words.did), 'Enter');
    await expectFocus(page, 'できた');
    expect((await focusOf(page)).what).toContain(words.undo);
    await page.keyboard.press('Enter');
    await expectFocus(page, '元に戻す');
    expect((await focusOf(page)).what).toContain(words.did);
    await page.keyboard.press('Space');
    expect(await first.getByText(words.done, { exact: true }).isVisible()).toBe(true);

    // Cannot: what to do instead lies open, and one can step back to できた.
    await pressOn(page, button(second, words.cannot), 'Space');
    await expectFocus(page, 'できない');
    expect(await button(second, words.cannot).getAttribute('aria-expanded')).toBe('true');
    expect(await second.locator('.cannot p').isVisible()).toBe(true);
    await tabTo(page, button(second, words.did));

    const details = page.locator('.moves .step:not(.done) > .acts > details.more > summary').filter({ visible: true }).first();
    await pressOn(page, details, 'Enter');
    await expectFocus(page, 'くわしく');
    expect(await details.locator('..').getAttribute('open')).not.toBeNull();

    const answers = page.locator('.branch').filter({ visible: true }).first().locator('.answers');
    const [yes, , unknown] = await answers.locator(':scope > button').all();
    await pressOn(page, yes as Locator, 'Enter');
    await expectFocus(page, 'はい');
    expect(await answers.locator('.ans.yes').isVisible()).toBe(true);
    await pressOn(page, unknown as Locator, 'Space');
    await expectFocus(page, 'わからない');
    expect(await answers.locator('.ans.unknown').isVisible()).toBe(true);
    expect(await answers.locator('.ans.yes').isVisible()).toBe(false);

    const further = page.locator('.rest').getByRole('link', { name: messages.checkDuties.ja });
    await pressOn(page, further, 'Enter');
    await page.waitForURL(`**/ja/duties/#case=${slug}`);
    await questionOf(page).waitFor();
    for (let i = 0; i < 3; i++) await answerByKeys();
  });

  it.each(slugs)('reaches every control of %s, in the order of the page, and leaves it again [W-09]', slow, async (slug) => {
    await open(slug);
    const controls = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')];
      const shown = all.filter((control) => control.checkVisibility({ contentVisibilityAuto: false }) && control.tabIndex >= 0);
      for (const [i, control] of shown.entries()) control.dataset.stop = String(i);
      return shown.length;
    });
    const stops: number[] = [];
    for (let i = 0; i < controls; i++) {
      await page.keyboard.press('Tab');
      await expectFocus(page, `${i + 1} × Tab`);
      stops.push(Number(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.stop)));
    }
    expect(stops).toEqual([...stops.keys()]);
    // One more leaves the page, or begins it anew.
    await page.keyboard.press('Tab');
    expect(['nothing', `a “${messages.skip.ja}”`]).toContain((await focusOf(page)).what);
  });

  it.each(slugs)('%s reads aloud as it did when someone last read it [W-10]', slow, async (slug) => {
    await page.clock.setFixedTime('2026-11-24T14:02:00+09:00');
    await open(slug);
    const heard = `${await page.locator('body').ariaSnapshot()}\n`;
    const file = join(import.meta.dirname, 'snapshots', `${slug}.ja.yaml`);
    if (process.env.UPDATE_SNAPSHOTS === '1') writeFileSync(file, heard);
    expect(existsSync(file), `${file}: write it with UPDATE_SNAPSHOTS=1, then read it`).toBe(true);
    expect(heard, 'if the change is meant: UPDATE_SNAPSHOTS=1, then read the file as someone who cannot see').toBe(
      readFileSync(file, 'utf8'),
    );
  });
});
