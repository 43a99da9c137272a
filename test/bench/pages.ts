import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { knowledge } from '../support/knowledge.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveSite, type WebSite } from '../support/web-site.ts';
import type { Figure } from './measure.ts';

type Weighed = { readonly all: number; readonly painted: number };

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** A phone on a slow line: 150 ms round trip, 1.6 Mbit/s down, 0.75 up, a quarter of the processor, nothing cached. */
const visit = async (browser: Browser, url: string, first: string): Promise<Weighed> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, locale: 'ja-JP' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let all = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    all += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  // The first paint that the sentence of the first step can be part of: it stands in the page's own bytes, in view.
  const painted = await page.evaluate(async (sentence) => {
    const step = [...document.querySelectorAll('h2, h3, h4')].find((h) => h.textContent?.replace(/\s+/g, ' ').includes(sentence));
    const box = step?.getBoundingClientRect();
    const paints = performance.getEntriesByName('first-contentful-paint');
    return box && box.height > 0 && box.top < innerHeight && paints[0] ? paints[0].startTime : Number.POSITIVE_INFINITY;
  }, first);
  await page.waitForLoadState('networkidle');
  await context.close();
  return { all, painted };
};

const gzipOf = (site: WebSite, path: string): number => readFileSync(join(site.folder, `${path}.gz`)).length / 1024;

/** What a frightened person on a slow phone pays for the first moves, and what the duties check weighs. */
export const pageFigures = async (): Promise<readonly Figure[]> => {
  const site = await serveSite();
  const browser = await launchBrowser();
  try {
    const figures: Figure[] = [];
    for (const lang of ['ja', 'en'] as const)
      for (const playbook of knowledge.playbooks.filter((p) => p.kind === 'playbook')) {
        const first = playbook.phases[0]?.steps[0]?.do[lang] ?? '';
        const visits: Weighed[] = [];
        for (let i = 0; i < 5; i += 1) visits.push(await visit(browser, `${site.base}/${lang}/cases/${playbook.slug}/`, first));
        figures.push({
          what: `/${lang}/cases/${playbook.slug}/ all bytes on the wire`,
          value: median(visits.map((v) => v.all)) / 1024,
          unit: 'KB',
          bar: '≤ 30',
        });
        figures.push({
          what: `/${lang}/cases/${playbook.slug}/ first step painted, median of 5`,
          value: median(visits.map((v) => v.painted)),
          unit: 'ms',
          bar: '< 1000',
        });
      }
    const shell = readFileSync(join(site.folder, 'ja/duties/index.html'), 'utf8');
    const assets = [...shell.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1] as string);
    figures.push({
      what: 'duties check, script and style',
      value: assets.reduce((sum, path) => sum + gzipOf(site, path), 0),
      unit: 'KB gzip',
      bar: '≤ 140',
    });
    return figures;
  } finally {
    await browser.close();
    await site.stop();
  }
};
