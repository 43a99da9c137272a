import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What is laid out only when it comes near would look empty to axe. */
const layOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible';
  });

/** What axe finds on the page as it stands: one line a finding, with the first element it is found on. */
export const findViolations = async (page: Page): Promise<readonly string[]> => {
  await layOut(page);
  // No page holds a frame, so the way without a second page will do and is faster.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await axe.withTags(tags).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) => {
    // What lies under a bar that stays in place is free again after a scroll; how large it is counts.
    const found = nodes.filter((node) => !(id === 'target-size' && /partially obscured/.test(node.failureSummary ?? '')));
    const [first] = found;
    return first ? [`${id}: ${help} (${found.length}) at ${first.target.join(' ')} — ${first.failureSummary?.replace(/\s+/g, ' ')}`] : [];
  });
};
