import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { browserStore, bundleFor, openBlankPage } from '../support/browser-store.ts';
import { storeCases } from './store-cases.ts';

describeInBrowser('the record of a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let script: string;
  let nth = 0;
  beforeAll(async () => {
    browser = await launchBrowser();
    context = await openContext(browser, 'ja', 'desktop');
    script = await bundleFor(join(import.meta.dirname, '../support/store-host.ts'), 'storeHost');
  });
  afterAll(() => browser?.close());

  storeCases('in IndexedDB', async () => {
    const name = `store-${nth++}`;
    const page = await openBlankPage(context);
    const load = async (): Promise<ReturnType<typeof browserStore>> => {
      await page.addScriptTag({ content: script });
      await page.evaluate(
        (db) => (globalThis as unknown as { storeHost: { open: (n: string) => Promise<void> } }).storeHost.open(db),
        name,
      );
      return browserStore(page);
    };
    return {
      store: await load(),
      reopen: async () => {
        await page.reload();
        return load();
      },
      remove: () => page.close(),
    };
  });
});
