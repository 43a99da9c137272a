import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Lang, Text } from '../../src/core/index.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';
import { seedItemsOf } from '../support/seed-items.ts';
import { serveSite, type WebSite } from '../support/web-site.ts';

type Role = 'heading' | 'listitem' | 'link' | 'paragraph';
type Action = { readonly follow: Text } | { readonly open: Text; readonly in: string };
type Place = { readonly item: string; readonly page: string; readonly role: Role; readonly text?: Text; readonly via: readonly Action[] };
type Coverage = Place & { readonly parts?: readonly Partial<Place>[] };

/** One sentence of the seed to be met at the end of a way. */
type Sought = { readonly id: string; readonly page: string; readonly role: Role; readonly sentence: Text };

const file = join(import.meta.dirname, '../../knowledge/seed-coverage.yaml');
const coverage = parse(readFileSync(file, 'utf8'), { version: '1.2', schema: 'core' }) as Readonly<Record<string, Coverage>>;
const items = seedItemsOf(knowledge);

const soughtOf = ([id, { parts = [], ...first }]: [string, Coverage]): readonly (Sought & Pick<Place, 'via'>)[] => {
  // A part that names another item speaks that item's own sentence, not the one of the first.
  const { text: _, ...shared } = first;
  return [first, ...parts.map((part): Place => ({ ...shared, ...part }))].map(({ item, text, ...place }) => {
    const sentence = text ?? items.get(item)?.texts[0];
    if (!sentence) throw new Error(`${id}: nothing says ${item}`);
    return { id, sentence, ...place };
  });
};

// Sentences that lie at the end of the same way are looked for in one walk.
const ways = new Map<string, { readonly via: readonly Action[]; readonly sought: Sought[] }>();
for (const { via, ...one } of Object.entries(coverage).flatMap(soughtOf)) {
  const key = JSON.stringify(via);
  const way = ways.get(key) ?? { via, sought: [] };
  way.sought.push(one);
  ways.set(key, way);
}

/** Whether the innermost element of the role that holds the sentence can be seen, after a scroll where need be. */
const isSeen = async (page: Page, { role, sentence }: Sought, lang: Lang): Promise<boolean> => {
  const holding = page.getByRole(role).filter({ hasText: sentence[lang] });
  const innermost = holding.filter({ hasNot: page.getByRole(role).filter({ hasText: sentence[lang] }) });
  for (const element of await innermost.all()) {
    // What is far below is laid out only once it comes near.
    await element.evaluate((here) => here.scrollIntoView());
    if (await element.isVisible()) return true;
  }
  return false;
};

/** A link of the page is followed by its words; an answer or a summary is pressed by its words. */
const act = async (page: Page, action: Action, lang: Lang): Promise<void> => {
  if ('follow' in action) {
    await page.getByRole('main').getByRole('link', { name: action.follow[lang] }).first().click();
    return;
  }
  const inside = page.locator(`[id="${action.in}"]`);
  const words = action.open[lang];
  const button = inside.getByRole('button', { name: words, exact: true });
  const summary = inside.locator('summary').filter({ hasText: words });
  await button.or(summary).filter({ visible: true }).first().click();
};

/** Every way from home to its end, and there each sentence. Says what was not met. */
const walk = async (page: Page, base: string, lang: Lang): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (const { via, sought } of ways.values()) {
    await page.goto(`${base}/${lang}/`);
    // An answer kept from the way before must not lie open on this one.
    await page.evaluate(() => localStorage.clear());
    try {
      for (const action of via) await act(page, action, lang);
    } catch {
      missing.push(`${sought.map((s) => s.id).join(' ')} ${lang}: stuck on ${new URL(page.url()).pathname} along ${JSON.stringify(via)}`);
      continue;
    }
    const at = new URL(page.url()).pathname;
    for (const one of sought) {
      const found = at === `/${lang}${one.page}` && (await isSeen(page, one, lang));
      if (!found) missing.push(`${one.id} ${lang}: no visible ${one.role} “${one.sentence[lang]}” on ${at}`);
    }
  }
  return missing;
};

describeInBrowser('what the seed says is found from home', () => {
  let site: WebSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const walkIn = async (context: BrowserContext, lang: Lang): Promise<readonly string[]> => {
    const page = await context.newPage();
    page.setDefaultTimeout(3000);
    const missing = await walk(page, site.base, lang);
    await context.close();
    return missing;
  };

  it('goes at most two actions', () => {
    for (const { via } of ways.values()) expect(via.length).toBeLessThanOrEqual(2);
  });

  it.each(['ja', 'en'] as const)('on a phone with script, in %s [W-01]', { timeout: 60_000 }, async (lang) => {
    expect(await walkIn(await openContext(browser, lang, 'phone'), lang)).toEqual([]);
  });

  it.each(['ja', 'en'] as const)('on a desktop without script, in %s [W-02]', { timeout: 60_000 }, async (lang) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    expect(await walkIn(context, lang)).toEqual([]);
  });
});
