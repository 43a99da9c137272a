import axe, { type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What is laid out only when it comes near would look empty to axe. */
const layOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible';
  });

const options: RunOptions = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };

type WithAxe = { readonly axe?: typeof axe };

/** Brings axe into the page once: to bring it anew for each look takes longer than the look. No page holds a frame. */
const violationsOn = async (page: Page): Promise<readonly Result[]> => {
  if (!(await page.evaluate(() => (window as WithAxe).axe !== undefined))) await page.evaluate(axe.source);
  return page.evaluate(async (run) => (await (window as unknown as Required<WithAxe>).axe.run(document, run)).violations, options);
};

/** What axe finds on the page as it stands: one line a finding, with the first element it is found on. */
export const findViolations = async (page: Page): Promise<readonly string[]> => {
  await layOut(page);
  const violations = await violationsOn(page);
  return violations.flatMap(({ id, help, nodes }) => {
    // What lies under a bar that stays in place is free again after a scroll; how large it is counts.
    const found = nodes.filter((node) => !(id === 'target-size' && /partially obscured/.test(node.failureSummary ?? '')));
    const [first] = found;
    return first ? [`${id}: ${help} (${found.length}) at ${first.target.join(' ')} — ${first.failureSummary?.replace(/\s+/g, ' ')}`] : [];
  });
};
