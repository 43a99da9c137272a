import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsFor } from '../../src/web/moves/words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';
import { type RecordSite, serveRecord } from '../support/record-site.ts';

const words = wordsFor('ja');
const slow = { timeout: 90_000 };
const playbook = knowledge.playbooks.find((p) => p.slug === 'malware');

/** The machine may be busy: what is waited for comes when it comes. */
const poll = <T>(look: () => T, timeout = 15_000) => expect.poll(look, { timeout });

describeInBrowser('the record, from the first moves on', () => {
  let browser: Browser;
  let site: RecordSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveRecord()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const within = async (work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> => {
    const context = await openContext(browser, 'ja', 'phone', 'allow');
    context.setDefaultTimeout(20_000);
    try {
      await work(await context.newPage(), context);
    } finally {
      await context.close();
      await site.heal();
    }
  };
  const steps = (page: Page) => page.locator('.step');
  const tick = (page: Page, nth: number) => steps(page).nth(nth).getByRole('button', { name: words.did, exact: true }).click();
  const stepId = (page: Page, nth: number) => steps(page).nth(nth).getAttribute('id');
  const note = (page: Page) => page.locator('.offline');
  const beginner = (page: Page) => page.getByRole('button', { name: words.begin });
  const openCase = (page: Page) => page.goto(`${site.base}/ja/cases/malware/`);
  /** Begins an incident and comes back to the first moves. */
  const begin = async (page: Page): Promise<string> => {
    await openCase(page);
    await beginner(page).click();
    await page.waitForURL('**/ja/incident/#*');
    const id = new URL(page.url()).hash.slice(1, 37);
    await openCase(page);
    await page.getByRole('link', { name: words.openRecord }).waitFor();
    return id;
  };
  const kinds = async (id: string) => (await site.entries(id)).map((e) => e.kind);
  const installed = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

  it('makes an incident with one touch; every tick and answer comes along [BEGIN-02]', slow, () =>
    within(async (page) => {
      await openCase(page);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      expect(requests.filter((url) => /log-(kept|here)/.test(url))).toEqual([]);
      const step = await stepId(page, 0);
      await tick(page, 0);
      const branch = page.locator('.branch').first();
      const branchId = await branch.getAttribute('id');
      await branch.locator('.answers > button').nth(1).click();
      await beginner(page).click();
      await page.waitForURL('**/ja/incident/#*');
      const id = new URL(page.url()).hash.slice(1, 37);
      // Wherever the person goes on reading, it is sent.
      await page.goto(`${site.base}/ja/qa/`);
      await poll(() => kinds(id), 10_000).toEqual(['incident.reported', 'action.done', 'branch.answered']);
      const [reported, done, answered] = await site.entries(id);
      expect(reported?.body).toMatchObject({
        zone: 'Asia/Tokyo',
        bundle: knowledge.hash,
        playbook: playbook?.id,
        facts: { ...playbook?.facts, knownAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+09:00$/) },
      });
      expect(done?.body).toMatchObject({ action: step, happenedAt: expect.stringMatching(/\+09:00\[Asia\/Tokyo\]$/) });
      expect(answered?.body).toEqual({ branch: branchId, answer: 'no' });
      expect(reported?.device).toMatch(/^ed25519:/);
    }),
  );

  it('says ticks and answers in the log while it runs, and takes them back there [BEGIN-03]', slow, () =>
    within(async (page) => {
      const id = await begin(page);
      const step = await stepId(page, 0);
      await tick(page, 0);
      await poll(async () => (await site.entries(id)).at(-1)?.body.action).toBe(step);
      const done = (await site.entries(id)).at(-1)?.id;
      await poll(() => note(page).textContent()).toMatch(/^共有済み \d\d:\d\d$/);
      await page.reload();
      await poll(() => steps(page).first().getAttribute('class')).toContain('done');
      await steps(page).first().getByRole('button', { name: words.undo }).click();
      await poll(async () => (await site.entries(id)).at(-1)?.body.withdraws).toBe(done);
      await page.reload();
      await page.getByRole('link', { name: words.openRecord }).waitFor();
      await poll(() => note(page).textContent()).toMatch(/共有済み/);
      expect(await steps(page).first().getAttribute('class')).not.toContain('done');
    }),
  );

  it('lets go of the incident for something else, and finds it again [BEGIN-04]', slow, () =>
    within(async (page) => {
      const id = await begin(page);
      await tick(page, 0);
      await poll(() => kinds(id)).toContain('action.done');
      await page.locator('#clock button').click();
      await page.getByRole('button', { name: words.another }).click();
      await beginner(page).waitFor();
      expect(await steps(page).first().getAttribute('class')).not.toContain('done');
      await page.locator('#noticed').getByRole('button', { name: words.undo }).click();
      await page.getByRole('link', { name: words.openRecord }).waitFor();
      await poll(() => steps(page).first().getAttribute('class')).toContain('done');
    }),
  );

  it('leads back from the home while it is open [BEGIN-05]', slow, () =>
    within(async (page) => {
      await page.goto(`${site.base}/ja/`);
      expect(await page.locator('.going-on').count()).toBe(0);
      const id = await begin(page);
      await page.goto(`${site.base}/ja/`);
      const line = page.locator('.going-on a');
      await line.waitFor();
      expect(await line.getAttribute('href')).toBe(`/ja/incident/#${id}`);
    }),
  );

  it('opens every page with the server off, and keeps no answer of the interface [SYNC-06]', slow, () =>
    within(async (page) => {
      await openCase(page);
      await installed(page);
      await site.cut();
      const broken: string[] = [];
      for (const route of site.routes) {
        const answer = await page.goto(site.base + route).catch(() => undefined);
        if (answer?.status() !== 200 || (await page.locator('main').count()) !== 1) broken.push(route);
      }
      expect(broken).toEqual([]);
      const kept = await page.evaluate(async () => {
        const urls: string[] = [];
        for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
        return urls;
      });
      expect(kept.filter((url) => url.includes('/api/'))).toEqual([]);
    }),
  );

  it('goes on while the server is off, over loading again, and shares when it is back [SYNC-07]', slow, () =>
    within(async (page) => {
      const id = await begin(page);
      await installed(page);
      await site.cut();
      await tick(page, 0);
      await poll(() => note(page).textContent()).toMatch(/^この端末に保存$|オフライン：この端末に保存/);
      await page.reload();
      await poll(() => steps(page).first().getAttribute('class')).toContain('done');
      await tick(page, 1);
      await poll(() => note(page).textContent(), 15_000).toMatch(/オフライン：この端末に保存/);
      await site.heal();
      await poll(() => note(page).textContent(), 40_000).toMatch(/^共有済み/);
      expect(await kinds(id)).toEqual(['incident.reported', 'action.done', 'action.done']);
    }),
  );

  it('begins with the server off; the incident is shared when it is back [SYNC-07]', slow, () =>
    within(async (page) => {
      await openCase(page);
      await installed(page);
      await site.cut();
      await page.reload();
      await tick(page, 0);
      const id = await begin(page);
      await site.heal();
      await poll(() => kinds(id), 40_000).toEqual(['incident.reported', 'action.done']);
    }),
  );

  it('makes one chain of two windows that speak at once [SYNC-08]', slow, () =>
    within(async (page, context) => {
      const id = await begin(page);
      const other = await context.newPage();
      await openCase(other);
      await other.getByRole('link', { name: words.openRecord }).waitFor();
      await poll(() => note(other).textContent()).not.toBe('');
      await Promise.all([tick(page, 0), tick(other, 1)]);
      await Promise.all([tick(page, 2), tick(other, 3)]);
      await poll(async () => (await kinds(id)).filter((kind) => kind === 'action.done').length, 15_000).toBe(4);
      for (const window of [page, other])
        for (let nth = 0; nth < 4; nth++) await poll(() => steps(window).nth(nth).getAttribute('class')).toContain('done');
      await page.close();
      await steps(other).nth(0).getByRole('button', { name: words.undo }).click();
      await poll(() => kinds(id), 15_000).toContain('entry.withdrawn');
      expect(new Set((await site.entries(id)).map((e) => e.device)).size).toBe(1);
    }),
  );

  it('shows what another browser says, as it says it [SYNC-08]', slow, () =>
    within(async (page) => {
      const id = await begin(page);
      await poll(() => note(page).textContent()).toMatch(/共有済み/);
      await within(async (stranger) => {
        await stranger.goto(`${site.base}/ja/cases/malware/#incident=${id}`);
        await poll(() => note(stranger).textContent()).toMatch(/共有済み/);
        await tick(stranger, 1);
        await poll(() => steps(page).nth(1).getAttribute('class')).toContain('done');
        await tick(page, 0);
        await poll(() => steps(stranger).nth(0).getAttribute('class')).toContain('done');
      });
    }),
  );

  it('keeps what the server refuses, says why, and goes on when it is taken [SYNC-09]', slow, () =>
    within(async (page, context) => {
      const id = await begin(page);
      await poll(() => note(page).textContent()).toMatch(/共有済み/);
      await context.route('**/api/v1/incidents/*/entries', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({
              status: 409,
              contentType: 'application/problem+json',
              body: JSON.stringify({ message: { ja: 'いまは受け取れません', en: 'x' } }),
            })
          : route.continue(),
      );
      await tick(page, 0);
      await poll(() => note(page).textContent()).toBe('いまは受け取れません');
      expect(await kinds(id)).toEqual(['incident.reported']);
      await context.unroute('**/api/v1/incidents/*/entries');
      await poll(() => kinds(id), 40_000).toEqual(['incident.reported', 'action.done']);
      await poll(() => note(page).textContent()).toMatch(/共有済み/);
    }),
  );

  it('waits until it is shared where the browser keeps nothing [SYNC-10]', slow, () =>
    within(async (page, context) => {
      await context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
      await openCase(page);
      await tick(page, 0);
      await beginner(page).click();
      await page.waitForURL('**/ja/incident/#*');
      const id = new URL(page.url()).hash.slice(1, 37);
      expect(await kinds(id)).toEqual(['incident.reported', 'action.done']);
    }),
  );
});
