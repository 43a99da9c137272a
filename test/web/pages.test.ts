import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages as dutyWords } from '../../src/web/duties/messages.ts';
import { messages } from '../../src/web/messages.ts';
import { wordsFor } from '../../src/web/moves/words.ts';
import { describeInBrowser, launchBrowser, openContext } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';
import { answerQuestion, laterButton, openDuties, questionOf } from '../support/web-duties.ts';
import { serveSite, type WebSite } from '../support/web-site.ts';

let site: WebSite;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site?.stop());

const filesOf = (...extensions: readonly string[]): readonly (readonly [string, string])[] =>
  readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => extensions.includes(extname(path)))
    .map((path) => [path, readFileSync(join(site.folder, path), 'utf8')] as const);

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);

describe('the pages as served', () => {
  it('point to another host only by links that the knowledge names [W-11]', () => {
    const named = new Set(JSON.stringify(knowledge).match(/https?:\/\/[^"\\\s]+/g));
    for (const [path, text] of filesOf('.html')) {
      for (const tag of all(text, /<[a-z][^>]*>/g)) {
        const outside = all(tag, /="((?:https?:)?\/\/[^"]*)"/g);
        if (outside.length === 0) continue;
        expect(tag, path).toMatch(/^<a /);
        for (const url of outside) expect(named, `${path} → ${url}`).toContain(url.replaceAll('&amp;', '&'));
      }
    }
    for (const [path, text] of filesOf('.css'))
      expect(all(text, /url\(\s*["']?(?!data:)(?:https?:)?\/\/[^)]*|@import[^;]*/g), path).toEqual([]);
    // Scripts may name a namespace or the page that explains an error; they fetch neither.
    for (const [path, text] of filesOf('.js', '.svg')) {
      const urls = all(text, /https?:\/\/[^\s"'`<>)]+/g);
      expect(
        urls.filter((url) => !/^https?:\/\/(www\.w3\.org|react\.dev\/errors)\//.test(url)),
        path,
      ).toEqual([]);
    }
  });

  it('hold no inline script or style, and are in one language with one main heading [W-12]', () => {
    for (const [path, text] of filesOf('.html')) {
      expect(text, path).not.toMatch(/\sstyle=|<style|\son[a-z]+="|javascript:|<script(?![^>]*\ssrc=)(?![^>]*type="application\/json")/);
      expect(text, path).toMatch(path.startsWith('en') ? /<html lang="en">/ : /<html lang="ja">/);
      expect(all(text, /<(h1)[\s>]/g), path).toHaveLength(1);
    }
  });

  it('answer every internal link and anchor [W-13]', async () => {
    const texts = new Map<string, string>();
    const load = async (path: string): Promise<string> => {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const answer = await fetch(site.base + path);
      expect(answer.status, path).toBe(200);
      const text = await answer.text();
      texts.set(path, text);
      return text;
    };
    for (const route of site.routes) {
      for (const href of all(await load(route), /\s(?:href|src)="([^"]*)"/g)) {
        if (/^(https?|tel|mailto):/.test(href)) continue;
        const { pathname, hash } = new URL(href, site.base + route);
        const there = await load(pathname);
        // What these two say is read by script: the case to ask about, and to begin a drill.
        const isSaid = hash.startsWith('#case=') || hash === '#drill';
        if (hash && !isSaid) expect(there.includes(` id="${hash.slice(1)}"`), `${route} → ${href}`).toBe(true);
      }
    }
  });

  it('lead to the same page in the other language [W-14]', () => {
    for (const [path, text] of filesOf('.html')) {
      const [lang = 'ja', ...rest] = path === 'index.html' ? ['ja', 'index.html'] : path.split('/');
      const there = `/${lang === 'ja' ? 'en' : 'ja'}/${rest.join('/').replace('index.html', '')}`;
      expect(all(text, /<a class="lang" href="([^"]*)"/g), path).toEqual([there]);
    }
  });

  it.each(['ja', 'en'])('say kindly in %s that a page is not there, and lead home [W-15]', async (lang) => {
    const answer = await fetch(`${site.base}/${lang}/nowhere/`);
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(lang === 'ja' ? 'ページが見つかりません' : 'This page was not found');
    expect(all(text, /<a [^>]*href="([^"]*)"/g)).toContain(`/${lang}/`);
    expect(all(text, /<(h1)[\s>]/g)).toHaveLength(1);
  });
});

describeInBrowser('the pages in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser?.close());

  const withPage = async (work: (page: Page) => Promise<void>, given?: Promise<BrowserContext>): Promise<void> => {
    const context = await (given ?? openContext(browser, 'ja', 'phone'));
    context.setDefaultTimeout(15_000);
    try {
      await work(await context.newPage());
    } finally {
      await context.close();
    }
  };

  it('ask no other host for anything, on any page [W-16]', { timeout: 60_000 }, () =>
    withPage(async (page) => {
      const hosts = new Set<string>();
      page.on('request', (request) => hosts.add(new URL(request.url()).origin));
      for (const route of site.routes) await page.goto(site.base + route);
      expect([...hosts]).toEqual([new URL(site.base).origin]);
    }),
  );

  it('have no sideways scroll at 320 pixels, nor there with text at 200 % [W-17]', { timeout: 90_000 }, () =>
    withPage(
      async (page) => {
        const wide: string[] = [];
        const look = async (route: string, how: string): Promise<void> => {
          const { need, have } = await page.evaluate(() => ({
            need: document.documentElement.scrollWidth,
            have: document.documentElement.clientWidth,
          }));
          if (need > have) wide.push(`${route} ${how}: ${need} > ${have}`);
        };
        for (const route of site.routes) {
          await page.setViewportSize({ width: 320, height: 640 });
          await page.goto(site.base + route);
          if (route.includes('/duties/')) await questionOf(page).waitFor();
          await look(route, 'at 320');
          await page.evaluate(() => {
            document.documentElement.style.fontSize = '200%';
          });
          await look(route, 'at 320 with text at 200 %');
        }
        expect(wide).toEqual([]);
      },
      browser.newContext({ locale: 'ja-JP' }),
    ),
  );

  it('print every step, why and way out, and no button [W-18]', { timeout: 60_000 }, () =>
    withPage(async (page) => {
      for (const { slug } of knowledge.playbooks) {
        await page.goto(`${site.base}/ja/cases/${slug}/`);
        await page.emulateMedia({ media: 'print' });
        const steps = page.locator('.step h3, .step .why, .step .cannot p, .branch h3, .ans .what');
        const shown = steps.filter({ visible: true });
        expect(await shown.count(), slug).toBe(await steps.count());
        expect(await page.getByRole('button').filter({ visible: true }).allTextContents(), slug).toEqual([]);
        await page.emulateMedia({ media: 'screen' });
      }
    }),
  );

  const words = wordsFor('ja');

  /** What a person sees of what they did on a case page. */
  const marksOn = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => [
      ...[...document.querySelectorAll('.step.done')].map((step) => `done ${step.id}`),
      ...[...document.querySelectorAll('.step .cannot[open]')].map((panel) => `cannot ${panel.closest('.step')?.id}`),
      ...[...document.querySelectorAll('[aria-pressed=true]')].map((answer) => `answer ${answer.getAttribute('aria-controls')}`),
    ]);

  it('keep ticks and answers over going back and loading again, until they are cleared [W-19]', { timeout: 60_000 }, () =>
    withPage(async (page) => {
      await page.goto(`${site.base}/ja/cases/malware/`);
      await page.getByRole('button', { name: words.did, exact: true }).first().click();
      await page.getByRole('button', { name: words.cannot, exact: true }).nth(1).click();
      await page.locator('.answers > button').first().click();
      const marks = await marksOn(page);
      expect(marks).toHaveLength(3);
      await page.locator('.toflow a').first().click();
      await page.waitForURL('**/ja/flow/**');
      await page.goBack();
      await expect.poll(() => marksOn(page)).toEqual(marks);
      await page.reload();
      await expect.poll(() => marksOn(page)).toEqual(marks);
      await page.locator('.lang').click();
      await page.waitForURL('**/en/cases/malware/**');
      await expect.poll(() => marksOn(page)).toEqual(marks);
      await page.goBack();
      await page.locator('#clock').getByRole('button').click();
      await page.getByRole('button', { name: words.clear }).click();
      await expect.poll(() => marksOn(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => marksOn(page)).toEqual([]);
    }),
  );

  it.each([
    ['ja', 'the contacts of a case', 'cases/malware/', 'contacts'],
    ['ja', 'an entry of a list', 'lists/during/', 'jpcert-request'],
    ['en', 'a question of the triage', 'unsure/', 'q-device'],
  ] as const)('from %s, the language switch leads to the same place: %s [W-20]', (lang, _, path, id) =>
    withPage(async (page) => {
      const other = lang === 'ja' ? 'en' : 'ja';
      await page.goto(`${site.base}/${lang}/${path}#${id}`);
      await page.locator('[data-lang]').evaluate((link) => (link as HTMLElement).click());
      await page.waitForURL(`**/${other}/${path}#**`);
      const place = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
      const near = await place.evaluate((at, id) => at.id === id || Boolean(at.closest(`[id="${id}"]`)), id);
      expect(near, page.url()).toBe(true);
    }),
  );

  it.each(['警察', '届出', '相談', '停止', 'ランサム', 'ＪＰＣＥＲＴ'])('find rows of the lists by %s [W-21]', (word) =>
    withPage(async (page) => {
      const found: string[] = [];
      for (const list of ['before', 'during']) {
        await page.goto(`${site.base}/ja/lists/${list}/`);
        await page.getByRole('searchbox', { name: messages.filterLabel.ja }).fill(word);
        const rows = page.locator('.entry');
        const fold = word.normalize('NFKC').toLowerCase();
        for (const row of await rows.all()) {
          const text = `${await row.textContent()} ${await row.getAttribute('data-k')}`.normalize('NFKC').toLowerCase();
          expect(await row.isVisible(), `${word}: ${text.slice(0, 40)}`).toBe(text.includes(fold));
          if (text.includes(fold)) found.push(text);
        }
      }
      expect(found.length).toBeGreaterThan(0);
    }),
  );

  it('keep what was answered in the duties check over loading again, and ask for nothing meanwhile [W-22]', { timeout: 90_000 }, () =>
    withPage(async (page) => {
      await openDuties(page, site.base, 'ja');
      await page.waitForLoadState('networkidle');
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));

      // A date and a time typed by hand, then whatever comes, in each kind of answer.
      await page.getByLabel(dutyWords.day.ja, { exact: true }).fill('2026-11-20');
      await page.getByLabel(dutyWords.time.ja, { exact: true }).fill('18:30');
      // Loading again loses nothing that was typed and not decided.
      await page.reload();
      await questionOf(page).waitFor();
      await page.waitForLoadState('networkidle');
      requests.length = 0;
      expect(await page.getByLabel(dutyWords.day.ja, { exact: true }).inputValue()).toBe('2026-11-20');
      await page.getByRole('button', { name: dutyWords.decide.ja, exact: true }).click();
      for (let i = 0; i < 12; i++) await (i % 4 === 3 ? laterButton(page, 'ja').click() : answerQuestion(page, 'ja'));
      const state = (): Promise<readonly (string | null)[]> =>
        Promise.all([
          page.locator('.counts').textContent(),
          questionOf(page).getByRole('heading').first().textContent(),
          ...['incident', 'organisation'].map((part) => page.evaluate((key) => localStorage.getItem(key), `shodo.duties.${part}`)),
        ]);
      const before = await state();
      expect(before[2]).toContain('2026-11-20T18:30');
      expect(requests).toEqual([]);

      await page.reload();
      await questionOf(page).waitFor();
      expect(await state()).toEqual(before);
    }),
  );

  it('forget the answers of the duties check when told to, and bring them back when that was a slip [W-23]', { timeout: 60_000 }, () =>
    withPage(async (page) => {
      await openDuties(page, site.base, 'ja', '#case=account');
      for (let i = 0; i < 3; i++) await answerQuestion(page, 'ja');
      const kept = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('shodo.duties.incident'));
      const before = await kept();
      expect(before).not.toBeNull();
      await page.getByRole('button', { name: dutyWords.forget.ja, exact: true }).click();
      await expect.poll(async () => JSON.parse((await kept()) ?? '{"answers":{}}').answers).toEqual({});
      await page.getByRole('button', { name: dutyWords.undo.ja, exact: true }).click();
      await expect.poll(kept).toBe(before);
    }),
  );
});
