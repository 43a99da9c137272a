import { beforeAll, describe, expect, it } from 'vitest';
import { siteInMemory } from './site-for-tests.ts';
import { gzip } from './write-site.ts';

let site: ReadonlyMap<string, Uint8Array>;
let pages: readonly (readonly [string, string])[];

beforeAll(async () => {
  site = await siteInMemory();
  pages = [...site].filter(([path]) => path.endsWith('/')).map(([path, bytes]) => [path, Buffer.from(bytes).toString()] as const);
});

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const idsOf = (text: string): readonly string[] => all(text, /\sid="([^"]*)"/g);

describe('the static pages [P-01]', () => {
  it('are every page in both languages, and the Japanese home at the root', () => {
    const paths = pages.map(([path]) => path);
    const ja = paths.filter((path) => path.startsWith('/ja/')).map((path) => path.slice(4));
    expect(paths.filter((path) => path.startsWith('/en/')).map((path) => path.slice(4))).toEqual(ja);
    expect(paths).toContain('/');
    for (const path of ['', 'unsure/', 'duties/', 'qa/', 'lists/before/', 'lists/during/', 'flow/', 'blocks/', 'about/'])
      expect(ja).toContain(path);
    expect(ja.filter((path) => path.startsWith('cases/')).length).toBeGreaterThanOrEqual(6);
  });

  it('hold no inline script or style, and load nothing from outside', () => {
    for (const [path, text] of pages) {
      expect(text, path).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)/);
      for (const loaded of all(text, /<(?:script|link|img)[^>]*?(?:src|href)="([^"]*)"/g)) expect(loaded, path).toMatch(/^\//);
    }
  });

  it('carry the screens as they are for use, not for development', () => {
    const scripts = [...site]
      .filter(([path]) => /\/assets\/(duties|incident|incidents|safety-net)-.*\.js$/.test(path))
      .map(([, bytes]) => Buffer.from(bytes).toString());
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).not.toMatch(/jsxDEV|React DevTools/);
  });

  it('name their language, have one main heading, landmarks and ids used once', () => {
    for (const [path, text] of pages) {
      expect(text, path).toMatch(path.startsWith('/en/') ? /<html lang="en">/ : /<html lang="ja">/);
      expect(all(text, /<(h1)[\s>]/g), path).toHaveLength(1);
      for (const landmark of ['<header', '<main', '<footer', 'class="skip"']) expect(text, path).toContain(landmark);
      const ids = idsOf(text);
      expect([...new Set(ids)], path).toHaveLength(ids.length);
    }
  });

  it('link only to pages and places that exist', () => {
    const ids = new Map(pages.map(([path, text]) => [path, new Set(idsOf(text))]));
    for (const [path, text] of pages) {
      for (const href of all(text, /\shref="([^"]*)"/g)) {
        if (/^(https?:|tel:|\/assets\/)/.test(href)) continue;
        const [page = '', place = ''] = href.split('#');
        const there = ids.get(page || path);
        expect(there, `${path} → ${href}`).toBeDefined();
        if (place && !place.startsWith('case=') && place !== 'drill') expect(there?.has(place), `${path} → ${href}`).toBe(true);
      }
    }
  });

  it('say once, on two pages, that this is no legal advice [P-02]', () => {
    const saying = (words: string): readonly string[] =>
      pages.flatMap(([path, text]) => all(text, new RegExp(`(${words})`, 'g')).map(() => path));
    expect([...saying('法律の助言ではありません')].sort()).toEqual(['/ja/about/', '/ja/duties/']);
    expect([...saying('not legal advice')].sort()).toEqual(['/en/about/', '/en/duties/']);
  });

  it('give every question its three answers without script [P-03]', () => {
    for (const [path, text] of pages.filter(([path]) => path.includes('/cases/'))) {
      const branches = all(text, /<li class="branch" id="([^"]*)"/g);
      for (const branch of branches) {
        for (const answer of ['yes', 'no', 'unknown']) expect(text, path).toContain(`name="${branch}" id="${branch}-${answer}"`);
      }
    }
  });

  it('weigh at most 30 KB gzipped, case pages with all they load [P-04]', () => {
    const weight = (pattern: RegExp): number =>
      [...site].filter(([path]) => pattern.test(path)).reduce((sum, [, bytes]) => sum + gzip(bytes).length, 0);
    const css = weight(/\/style-.*\.css$/);
    const js = Math.max(weight(/\/moves-ja-.*\.js$/), weight(/\/moves-en-.*\.js$/));
    expect(css).toBeLessThanOrEqual(7 * 1024);
    expect(js).toBeLessThanOrEqual(8 * 1024);
    for (const [path, text] of pages.filter(([path]) => path.includes('/cases/'))) {
      expect(gzip(Buffer.from(text)).length + css + js, path).toBeLessThanOrEqual(30 * 1024);
    }
  });

  it('weigh at most 16 KB gzipped in script, the record and all, where it is loaded [BEGIN-01]', () => {
    const script = (part: string): number =>
      [...site].filter(([path]) => path.startsWith(`/assets/${part}-`)).reduce((sum, [, bytes]) => sum + gzip(bytes).length, 0);
    for (const lang of ['ja', 'en']) expect(script(`moves-${lang}`) + script('log-kept')).toBeLessThanOrEqual(16 * 1024);
  });
});
