import type { Page } from 'playwright-core';
import { launchBrowser, openContext } from '../support/browser.ts';
import { serveSite } from '../support/web-site.ts';
import { type Figure, percentile } from './measure.ts';

const runs = 9;

/** An incident of some length, as a program would send it. */
const begin = async (base: string): Promise<string> => {
  const say = (kind: string, body: object): object => ({ kind, body });
  const notes = Array.from({ length: 60 }, (_, i) =>
    say('note.added', {
      text: { text: `受付の端末 ${i} を確かめた。` },
      happenedAt: `2026-11-24T10:${String(i).padStart(2, '0')}:00+09:00`,
    }),
  );
  const known = { knownAt: '2026-11-24T09:10:00+09:00', personalDataInvolved: true, eventType: ['leak'], maliciousAct: true };
  const sayings = [
    say('incident.reported', { zone: 'Asia/Tokyo', bundle: '0'.repeat(64), playbook: 'P-01', text: { text: '画面が変わって動かない' } }),
    say('facts.recorded', { facts: known }),
    ...notes,
  ];
  const answer = await fetch(`${base}/api/v1/incidents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sayings }),
  });
  if (!answer.ok) throw new Error(`the incident was not taken: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
};

/** Gives one answer more and leaves it pending. */
const answerOne = async (page: Page, id: string, count: number): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `${id}/duties/subjectsMax`);
  const card = page.locator('section.question');
  await card.getByRole('textbox').first().waitFor();
  await card.getByRole('textbox').first().fill(String(count));
  await card.getByRole('button', { name: 'これで決める', exact: true }).click();
  await page.locator('.record-bar').waitFor();
  const reason = page.locator('.record-bar').getByRole('textbox');
  if ((await reason.count()) > 0) await reason.fill('数え直した');
};

/** From the touch that records the last fact to a draft on the screen that says it. */
const fromTouch = (page: Page, id: string, count: number): Promise<number> =>
  page.evaluate(
    async ({ hash, words }) => {
      const before = performance.now();
      document.querySelector<HTMLButtonElement>('.record-bar button[type=submit]')?.click();
      await new Promise<void>((kept) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('.record-bar')) return;
          observer.disconnect();
          kept();
        });
        observer.observe(document.body, { childList: true, subtree: true });
      });
      const recorded = performance.now();
      const shown = new Promise<void>((done) => {
        const look = (): void => {
          if (document.querySelector('[aria-labelledby=field-count]')?.textContent?.includes(words)) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      location.hash = hash;
      await shown;
      document.body.dataset.recorded = String(recorded - before);
      return performance.now() - recorded;
    },
    { hash: `${id}/draft`, words: `${count.toLocaleString('ja')}人` },
  );

/** How soon the draft of the report stands there after the last fact, on a processor four times slower. */
export const draftFigures = async (): Promise<readonly Figure[]> => {
  const [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  try {
    const id = await begin(site.base);
    const context = await openContext(browser, 'ja', 'desktop');
    const page = await context.newPage();
    await page.goto(`${site.base}/ja/incident/#${id}/draft`);
    await page.locator('.draft-field').first().waitFor();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const [drafted, kept]: [number[], number[]] = [[], []];
    for (let i = 0; i < runs; i += 1) {
      await answerOne(page, id, 1100 + i);
      drafted.push(await fromTouch(page, id, 1100 + i));
      kept.push(Number(await page.evaluate(() => document.body.dataset.recorded)));
    }
    const median = (values: readonly number[]): number =>
      percentile(
        [...values].sort((a, b) => a - b),
        0.5,
      );
    return [
      { what: `draft on the screen after the last fact, 4× slower, median of ${runs}`, value: median(drafted), unit: 'ms', bar: '≤ 100' },
      { what: 'touch that records to the fact kept on the device', value: median(kept), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
};
