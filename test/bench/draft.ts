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
  for (const place of ['duties', 'duties/subjectsMax'])
    await page.evaluate(async (hash) => {
      location.hash = hash;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, `${id}/${place}`);
  const card = page.locator('section.question');
  await card.getByRole('textbox').first().waitFor();
  await card.getByRole('textbox').first().fill(String(count));
  await card.getByRole('button', { name: 'これで決める', exact: true }).click();
  await page.locator('.record-bar').waitFor();
  const reason = page.locator('.record-bar').getByRole('textbox');
  if ((await reason.count()) > 0) await reason.fill('数え直した');
};

/** Waits in the window with the draft: from the moment it is told of a fact to the draft on the screen that says it. */
const watchDraft = (page: Page, count: number): Promise<number> =>
  page.evaluate(
    (words) =>
      new Promise<number>((done) => {
        const channel = new BroadcastChannel('shodo');
        let told: number | undefined;
        channel.onmessage = ({ data }: MessageEvent<{ call: string }>) => {
          if (data.call === 'changed') told ??= performance.now();
        };
        const look = (): void => {
          const shown = document.querySelector('[aria-labelledby=field-count]')?.textContent?.includes(words);
          if (!shown || told === undefined) return void requestAnimationFrame(look);
          channel.close();
          done(performance.now() - told);
        };
        requestAnimationFrame(look);
      }),
    `${count.toLocaleString('ja')}人`,
  );

/** Turns from the questions to the draft, until it is on the screen. */
const turnToDraft = (page: Page, id: string): Promise<number> =>
  page.evaluate(async (hash) => {
    const before = performance.now();
    location.hash = hash;
    await new Promise<void>((shown) => {
      const look = (): void => (document.querySelector('.draft-field') ? shown() : void requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
    return performance.now() - before;
  }, `${id}/draft`);

/** How soon the draft of the report stands there after the last fact, on a processor four times slower. */
export const draftFigures = async (): Promise<readonly Figure[]> => {
  const [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  try {
    const id = await begin(site.base);
    const context = await openContext(browser, 'ja', 'desktop');
    const [page, asking] = [await context.newPage(), await context.newPage()];
    await page.goto(`${site.base}/ja/incident/#${id}/draft`);
    await page.locator('.draft-field').first().waitFor();
    await asking.goto(`${site.base}/ja/incident/#${id}/duties`);
    await asking.locator('section.question').waitFor();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const [drafted, turned]: [number[], number[]] = [[], []];
    for (let i = 0; i < runs; i += 1) {
      await asking.bringToFront();
      await answerOne(asking, id, 1100 + i);
      await page.bringToFront();
      // Coming to the front looks for news by itself; that is over before the fact is given.
      await page.waitForTimeout(1000);
      const shown = watchDraft(page, 1100 + i);
      await asking.locator('.record-bar button[type=submit]').evaluate((button: HTMLButtonElement) => button.click());
      drafted.push(await shown);
    }
    for (let i = 0; i < runs; i += 1) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `${id}/duties`);
      await page.locator('section.question').waitFor();
      await page.waitForTimeout(500);
      turned.push(await turnToDraft(page, id));
    }
    const median = (values: readonly number[]): number =>
      percentile(
        [...values].sort((a, b) => a - b),
        0.5,
      );
    return [
      { what: `fact known to draft on the screen, 4× slower, median of ${runs}`, value: median(drafted), unit: 'ms', bar: '≤ 100' },
      { what: 'the same, the first time after the page was opened', value: drafted[0] as number, unit: 'ms' },
      { what: `from the questions to the draft, 4× slower, median of ${runs}`, value: median(turned), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
};
