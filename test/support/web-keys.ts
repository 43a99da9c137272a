import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus, in words for a message, and whether a person can tell where they are. */
export type Focus = {
  readonly what: string;
  /** Nothing has it: the person would start from the top again. */
  readonly lost: boolean;
  /** An outline or a ring is drawn. */
  readonly marked: boolean;
  /** Something that stays in place lies over all of it. */
  readonly covered: boolean;
};

export const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return { what: 'nothing', lost: true, marked: false, covered: false };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const { left, top, right, bottom, width, height } = at.getBoundingClientRect();
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 3, top + 3],
      [right - 3, bottom - 3],
    ] as const;
    const mine = (hit: Element | null): boolean => hit !== null && (at.contains(hit) || hit.contains(at));
    return {
      what: `${at.localName} “${(at.textContent || at.getAttribute('aria-label') || at.id).slice(0, 40)}”`,
      lost: width * height === 0,
      marked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      covered: points.every(([x, y]) => !mine(document.elementFromPoint(x, y))),
    };
  });

/** The focus is somewhere, drawn, and not under a bar. Containers that take it by an address draw none. */
export const expectFocus = async (page: Page, after: string): Promise<void> => {
  const { what, lost, marked, covered } = await focusOf(page);
  expect(lost, `after ${after} the focus is on ${what}`).toBe(false);
  if (!/^(main|section) /.test(what)) expect(marked, `after ${after} the focus on ${what} is not drawn`).toBe(true);
  expect(covered, `after ${after} ${what} lies under a bar`).toBe(false);
};

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

const isBehind = (target: Locator): Promise<boolean> =>
  target.evaluate(
    (element) =>
      document.activeElement !== document.body &&
      Boolean(document.activeElement && document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING),
  );

/** Presses Tab, or Shift+Tab where the target lies behind, until it has the focus, and looks at the focus at each stop. */
export const tabTo = async (page: Page, target: Locator, most = 200): Promise<void> => {
  const key = (await isBehind(target)) ? 'Shift+Tab' : 'Tab';
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    await expectFocus(page, `${i + 1} × ${key} on ${new URL(page.url()).pathname}`);
    if (await hasFocus(target)) return;
  }
  throw new Error(`${most} × ${key} does not reach ${target}`);
};

/** Goes to the target by Tab and presses a key there. */
export const pressOn = async (page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};
