import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Lang } from '../../src/core/index.ts';
import { openContext, type Width } from './browser.ts';
import { findViolations } from './web-axe.ts';

const widths: readonly Width[] = ['phone', 'desktop'];

/** A page in one language and width, and what axe found on it so far. */
export type Look = { readonly page: Page; readonly lang: Lang; readonly check: (state: string) => Promise<void> };

/** Looks at a page of a context of its own, which is closed after; returns what axe found, with where. */
export const lookIn = async (
  context: BrowserContext,
  lang: Lang,
  width: string,
  look: (at: Look) => Promise<void>,
): Promise<readonly string[]> => {
  const found: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const check = async (state: string): Promise<void> => {
    const { pathname } = new URL(page.url());
    for (const finding of await findViolations(page)) found.push(`${pathname} ${width}, ${state}: ${finding}`);
  };
  try {
    await look({ page, lang, check });
  } finally {
    await context.close();
  }
  return found;
};

/** The same look at both widths at once: a browser uses the second core for the second page. */
export const atBothWidths = async (browser: Browser, lang: Lang, look: (at: Look) => Promise<void>): Promise<readonly string[]> => {
  const found = await Promise.all(widths.map(async (w) => lookIn(await openContext(browser, lang, w), lang, w, look)));
  return found.flat();
};

/** Opens every fold but answers and ways out; of long rows of obligations the first two of each, for they are made alike. */
export const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const folds = document.querySelectorAll<HTMLDetailsElement>('details:not(.ans, .cannot, #results article:nth-of-type(n+3) *)');
    for (const fold of folds) fold.open = true;
  });
