import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsFor } from '../../src/web/moves/words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';
import { type RecordSite, serveRecord } from '../support/record-site.ts';

const words = wordsFor('ja');
const slow = { timeout: 90_000 };

describeInBrowser('an incident begins from every case', () => {
  let browser: Browser;
  let site: RecordSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveRecord()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it.each(knowledge.playbooks)(
    '$id $slug: one touch records the plan and its facts and opens the record [FIND-06]',
    slow,
    async (playbook) => {
      const context = await openContext(browser, 'ja', 'phone', 'allow');
      context.setDefaultTimeout(30_000);
      try {
        const page = await context.newPage();
        await page.goto(`${site.base}/ja/cases/${playbook.slug}/`);
        await page.getByRole('button', { name: words.begin }).click();
        await page.waitForURL('**/ja/incident/#*');
        const id = new URL(page.url()).hash.slice(1, 37);
        await expect.poll(async () => (await site.entries(id)).length, { timeout: 30_000 }).toBeGreaterThan(0);
        const [reported] = await site.entries(id);
        expect(reported?.body).toMatchObject({ playbook: playbook.id, facts: { ...playbook.facts, knownAt: expect.any(String) } });
        const first = playbook.phases[0]?.steps[0]?.do.ja ?? '';
        await page.getByRole('heading', { name: first }).waitFor();
      } finally {
        await context.close();
      }
    },
  );
});
