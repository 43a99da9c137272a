import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { describe } from 'vitest';
import { findChromium } from '../../scripts/system-packages.mjs';

const executablePath = findChromium();

/** Tests that need a browser: skipped, and counted as not run, where the machine has none. */
export const describeInBrowser = executablePath ? describe : describe.skip;

/** Headless Chromium that asks nothing of the outside world. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath as string,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });

export type Width = 'phone' | 'desktop';

/** A clean profile at phone or desktop width. Pages do not outlive their server there, unless the test asks for it. */
export const openContext = (
  browser: Browser,
  lang: 'ja' | 'en',
  width: Width,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<BrowserContext> =>
  browser.newContext({
    serviceWorkers,
    locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    viewport: width === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    isMobile: width === 'phone',
    hasTouch: width === 'phone',
  });
