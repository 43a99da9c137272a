import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext } from '../support/browser.ts';
import { serveSite } from '../support/web-site.ts';
import { type Figure, percentile } from './measure.ts';

const runs = 7;

const post = async (address: string, body: object): Promise<{ readonly id: string }> => {
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`not taken: ${await answer.text()}`);
  return (await answer.json()) as { id: string };
};

/** An incident with so many entries, as a program would send them: a report, then notes and answers. */
const begin = async (base: string, length: number): Promise<string> => {
  const report = { zone: 'Asia/Tokyo', bundle: '0'.repeat(64), playbook: 'P-01', text: { text: '画面が変わって動かない' } };
  const { id } = await post(`${base}/api/v1/incidents`, { sayings: [{ kind: 'incident.reported', body: report }] });
  const sayings = Array.from({ length: length - 1 }, (_, i) =>
    i % 50 === 3
      ? { kind: 'facts.recorded', body: { facts: { personalDataInvolved: true, subjectsMax: 1000 + i } } }
      : { kind: 'note.added', body: { text: { text: `受付の端末 ${i} を確かめた。` } } },
  );
  for (let at = 0; at < sayings.length; at += 100)
    await post(`${base}/api/v1/incidents/${id}/entries`, { sayings: sayings.slice(at, at + 100) });
  return id;
};

/** Presses 「できた」 on the first step; from the press to the frame in which the timeline says it. */
const pressDone = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const acts = (): number => document.querySelectorAll('.timeline .row.act').length;
        const before = acts();
        const pressed = performance.now();
        [...document.querySelectorAll<HTMLButtonElement>('.actions .cards button')].find((b) => b.textContent === 'できた')?.click();
        const look = (): void => {
          if (acts() === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => done(performance.now() - pressed));
        };
        requestAnimationFrame(look);
      }),
  );

/** Waits until the whole log is on the device, and the page has come to rest. */
const arrived = async (page: Page, length: number): Promise<void> => {
  const head = (): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('shodo');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const rows = request.result.transaction('logs').objectStore('logs').getAll();
            rows.onsuccess = () => {
              request.result.close();
              resolve(Math.max(0, ...(rows.result as { seq: number }[]).map((row) => row.seq)));
            };
          };
        }),
    );
  while ((await head()) < length) await page.waitForTimeout(300);
  await page.waitForTimeout(3_000);
};

const measure = async (browser: Browser, base: string, length: number): Promise<number> => {
  const id = await begin(base, length);
  const context = await openContext(browser, 'ja', 'phone');
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${base}/ja/incident/#${id}`);
  await page.locator('.timeline .row').first().waitFor();
  await arrived(page, length);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const drawn: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    drawn.push(await pressDone(page));
    await page.waitForTimeout(3_000);
  }
  await context.close();
  return percentile(
    drawn.sort((a, b) => a - b),
    0.5,
  );
};

/** How soon a step that was done stands in the timeline, in a short record and in a long one, on a processor four times slower. */
export const recordPageFigures = async (): Promise<readonly Figure[]> => {
  const [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  try {
    const figures: Figure[] = [];
    for (const [length, most] of [
      [20, 100],
      [2000, 300],
    ] as const)
      figures.push({
        what: `「できた」 to drawn with ${length} entries, 4× slower, median of ${runs}`,
        value: await measure(browser, site.base, length),
        unit: 'ms',
        bar: `≤ ${most}`,
      });
    return figures;
  } finally {
    await browser.close();
    await site.stop();
  }
};
