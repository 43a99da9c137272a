import { Buffer } from 'node:buffer';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages as words } from '../../src/web/duties/messages.ts';
import { messages as draftWords } from '../../src/web/incident/draft/messages.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { serveSite, type WebSite } from '../support/web-site.ts';

type Kept = {
  readonly entry: { readonly kind: string; readonly actor: string; readonly body: Record<string, unknown> };
  readonly link?: { refusal?: string };
};

/** A picture of one point: what comes back from the commission's page, for the test. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const question = (page: Page): Locator => page.locator('section.question');
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('main').getByRole('button', { name });

/** What the server holds of an incident. */
const entriesAt = async (base: string, id: string): Promise<readonly Kept[]> => {
  const answer = await fetch(`${base}/api/v1/incidents/${id}/entries`);
  return ((await answer.json()) as { entries: readonly Kept[] }).entries;
};

/** Answers the question that the address names, with the first choice there is. */
const answer = async (page: Page, id: string, fact: string, choose: (card: Locator) => Promise<void>): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#${id}/duties/${fact}`);
  const name = await page.evaluate(() => document.querySelector('section.question h2')?.textContent);
  await question(page).waitFor();
  await choose(question(page));
  await expect.poll(() => page.evaluate(() => document.querySelector('section.question h2')?.textContent)).not.toBe(name);
};

const press =
  (name: string) =>
  (card: Locator): Promise<void> =>
    card.getByRole('button', { name, exact: true }).click();

const check =
  (label: string | RegExp) =>
  async (card: Locator): Promise<void> => {
    await card.getByLabel(label).check();
    await press(words.decide.ja)(card);
  };

const fill =
  (value: string) =>
  async (card: Locator): Promise<void> => {
    await card.getByRole('textbox').first().fill(value);
    await press(words.decide.ja)(card);
  };

/** Touch 1: the page of the first moves becomes an incident. */
const report = async (page: Page, site: WebSite): Promise<string> => {
  await page.goto(`${site.base}/ja/cases/malware/`);
  await button(page, '記録をはじめる').click();
  await page.waitForURL(/\/ja\/incident\/#[0-9a-f-]{36}/);
  return page.url().split('#')[1]?.split('/')[0] as string;
};

/** Touch 2: several answers, recorded as one. */
const record = async (page: Page, id: string): Promise<void> => {
  await answer(page, id, 'personalDataInvolved', press(words.yes.ja));
  await answer(page, id, 'sensitiveInfo', press(words.yes.ja));
  await answer(page, id, 'eventType', check(/漏えい/));
  await answer(page, id, 'subjectsMax', fill('1500'));
  await button(page, '答え4件を記録する').click();
  await page.locator('.record-bar').waitFor({ state: 'detached' });
};

/** Touch 3: the draft as it is. */
const approve = async (page: Page, id: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#${id}/draft`);
  await page.locator('.draft-field').first().waitFor();
  expect(await page.locator('article[aria-labelledby="field-count"]').textContent()).toContain('本人の最大数：1,500人');
  await button(page, draftWords.approve.ja).click();
  await page.locator('.file-form').waitFor();
};

/** Touch 4: back from the commission's page, with number and picture. */
const file = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: draftWords.receipt.ja }).fill('R-2026-1');
  await page.getByLabel(draftWords.proof.ja).setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: picture });
  await button(page, draftWords.fileSend.ja).click();
  await page.locator('.filed').waitFor();
};

const kindsOf = (entries: readonly Kept[]): readonly string[] => entries.map((e) => e.entry.kind);
const walked = ['incident.reported', 'facts.recorded', 'filing.approved', 'evidence.added', 'filing.filed'];

/** Which of the walk's entries each touch said: a picture goes with the filing that it proves. */
const touchesOf = (entries: readonly Kept[]): number => kindsOf(entries).filter((kind) => kind !== 'evidence.added').length;

describeInBrowser('the walk of one datum', () => {
  let site: WebSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  const open = async (): Promise<void> => {
    context = await openContext(browser, 'ja', 'desktop', 'allow');
    page = await context.newPage();
    page.on('pageerror', (error) => failures.push(error.message));
  };
  const shared = (id: string, kinds: readonly string[]): Promise<void> =>
    expect.poll(async () => kindsOf(await entriesAt(site.base, id)), { timeout: 20_000 }).toEqual(kinds);

  it('takes four human touches from nothing to filed [DRAFT-16]', async () => {
    await open();
    const id = await report(page, site);
    await record(page, id);
    await approve(page, id);
    await file(page);
    await shared(id, walked);
    const entries = await entriesAt(site.base, id);
    expect(touchesOf(entries)).toBe(4);
    expect(new Set(entries.map((e) => e.entry.actor)).size).toBe(1);
    expect(entries.filter((e) => e.link?.refusal !== undefined)).toEqual([]);
    const filed = entries.at(-1)?.entry.body;
    expect(filed).toMatchObject({ obligation: 'appi-ppc-report', stage: 'preliminary', channel: 'ppc-leak' });
    expect(filed?.proof).toHaveLength(1);
    expect(failures).toEqual([]);
    await context.close();
  }, 90_000);

  it('goes on with the server cut after the first touch, and shares everything when it is back [DRAFT-17]', async () => {
    await open();
    const id = await report(page, site);
    await shared(id, walked.slice(0, 1));
    // The first visit has ended: every page and file lies on this device.
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 }).toBe(true);
    await site.cut();
    await record(page, id);
    await approve(page, id);
    await file(page);
    await site.resume();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await shared(id, walked);
    const entries = await entriesAt(site.base, id);
    expect(touchesOf(entries)).toBe(4);
    expect(entries.filter((e) => e.link?.refusal !== undefined)).toEqual([]);
    expect(failures).toEqual([]);
    await context.close();
  }, 120_000);
});
