import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteInMemory } from '../../src/build/pages/site-for-tests.ts';
import type { Lang } from '../../src/core/index.ts';
import { messages } from '../../src/web/messages.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';

const langs: readonly Lang[] = ['ja', 'en'];
const cards = knowledge.firstAid;
let site: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  site = await siteInMemory();
});

const pageIn = (lang: Lang): string => Buffer.from(site.get(`/${lang}/cards/`) ?? []).toString();

describe('the 60-second cards', () => {
  it('are eighteen and the common one, each with a do-not, a number and what it is short for [AID-01]', () => {
    expect(cards.map(({ id }) => id)).toEqual(Array.from({ length: 19 }, (_, i) => `E-${String(i).padStart(2, '0')}`));
    for (const { id, dont, numbers, see, sources } of cards) {
      expect([dont.length > 0, numbers.length > 0], id).toEqual([true, true]);
      expect(see.length > 0 || (sources ?? []).length > 0, id).toBe(true);
    }
    // Nobody is sent to the police or an authority by a card: within 60 seconds one calls one's own people, or the bank.
    const called = new Set(cards.flatMap(({ numbers }) => numbers.map(({ to }) => to)));
    expect([...called].filter((to) => !knowledge.contacts.some(({ id }) => id === to))).toEqual([]);
  });

  it.each(langs)('stand on one page, whole without script, and lead on, in %s [AID-02]', (lang) => {
    const text = pageIn(lang);
    for (const { id, scene, moves, dont } of cards) {
      const from = text.indexOf(`<article class="aid" id="${id}"`);
      const card = text.slice(from, text.indexOf('</article>', from)).replace(/<wbr[^>]*>|<\/?span[^>]*>/g, '');
      for (const line of [scene, ...moves, ...dont]) expect(card, id).toContain(line[lang]);
      expect(card.match(/<a href="\/[^"]+"/g) ?? [], id).not.toEqual([]);
    }
    expect(text).toContain(`href="/${lang}/cards/" aria-current="page"`);
  });
});

describeInBrowser('the 60-second cards on paper', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    const context = await openContext(browser, 'ja', 'desktop');
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const bytes = site.get(pathname);
      if (!bytes) return route.fulfill({ status: 404 });
      const kinds: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
      return route.fulfill({
        body: Buffer.from(bytes),
        contentType: kinds[pathname.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8',
      });
    });
    page = await context.newPage();
  });

  afterAll(() => browser?.close());

  /** Width and height of each printed page, in millimetres. */
  const print = async (address: string): Promise<readonly string[]> => {
    await page.goto('about:blank');
    await page.goto(`http://shodo.test${address}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) =>
      [w, h].map((points) => Math.round((Number(points) / 72) * 25.4)).join('×'),
    );
  };

  it.each(langs)('are one page of A6 each, or the one that the address names, in %s [AID-03]', { timeout: 120_000 }, async (lang) => {
    expect(await print(`/${lang}/cards/`)).toEqual(cards.map(() => '105×148'));
    expect(await print(`/${lang}/cards/#E-11`)).toEqual(['105×148']);
  });

  it('lose no line on paper, and keep it readable at arm’s length [AID-03]', { timeout: 60_000 }, async () => {
    await page.goto('http://shodo.test/ja/cards/');
    await page.emulateMedia({ media: 'print' });
    const lines = page.locator('.aid :is(ol li, .dont li)');
    expect(await lines.filter({ visible: true }).count()).toBe(cards.reduce((n, { moves, dont }) => n + moves.length + dont.length, 0));
    const sizes = await lines.evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    // 14 point are 18.67 pixels.
    expect(Math.min(...sizes)).toBeGreaterThan(18.6);
    expect(await page.locator('.aid .on, header.top, footer.foot, main > p').filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });

  it('carry the numbers of the organisation, or a line for a pen [AID-04]', { timeout: 60_000 }, async () => {
    await page.goto('http://shodo.test/ja/cards/');
    const line = (role: string) => page.locator(`#E-03 [data-role="${role}"]`);
    expect(await line('day').locator('dd.blank').textContent()).toBe('');
    await page.evaluate(() => {
      const contacts = [{ id: 'a', role: 'night', name: '当番', phone: '090-0000-0000' }];
      localStorage.setItem('shodo.card', JSON.stringify({ seq: 2, values: { name: '', contacts, places: [] } }));
    });
    await page.reload();
    await expect.poll(() => line('night').textContent()).toContain('090-0000-0000');
    expect(await line('night').locator('a').getAttribute('href')).toBe('tel:09000000000');
    expect(await line('day').textContent()).toContain(messages.cardDay.ja);
    expect(await page.locator('#E-05 dt').first().textContent()).toBe('銀行');
  });
});
