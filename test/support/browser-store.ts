import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type { EntryStore, Verdict } from '../../src/app/index.ts';
import { type Entry, fromBase64url, type Kept, type Part, toBase64url } from '../../src/core/index.ts';

const origin = 'http://localhost:1';

/** An empty page of a safe origin that needs no server. */
export const openBlankPage = async (context: BrowserContext): Promise<Page> => {
  await context.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>blank</title>' }));
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  return page;
};

/** Bundles a module of the tests so that a page can run it; its exports are in `window[name]`. */
export const bundleFor = async (entry: string, name: string): Promise<string> => {
  const result = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: name, target: 'es2022' });
  return result.outputFiles[0]?.text ?? '';
};

// Bytes cross between the test and the page as text.
const pack = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? { $bytes: toBase64url(inner) } : inner));
const unpack = (text: string): unknown =>
  text === ''
    ? undefined
    : JSON.parse(text, (_key, inner: unknown) =>
        typeof inner === 'object' && inner !== null && '$bytes' in inner ? fromBase64url(inner.$bytes as string) : inner,
      );

type Asked = { readonly entry: Entry; readonly before: readonly Kept[]; readonly parts: readonly Part[] };

/**
 * The store of the browser as a store of the test. A verdict is asked in the test: the transaction that needs it is undone
 * and run again with the answer.
 */
export const browserStore = (page: Page): EntryStore => {
  const call = async (method: string, ...args: readonly unknown[]): Promise<unknown> => {
    const answer = await page.evaluate(
      ([name, text]) =>
        (globalThis as unknown as { storeHost: { call: (n: string, t: string) => Promise<string> } }).storeHost.call(
          name ?? '',
          text ?? '',
        ),
      [method, pack(args)],
    );
    return unpack(answer);
  };
  const append = async (batch: unknown, arrival: unknown, verdict?: Verdict): Promise<unknown> => {
    const codes: Record<string, string | null> = {};
    for (;;) {
      const answer = (await call('append', batch, arrival, verdict ? codes : null)) as { readonly ask?: Asked };
      if (!answer.ask || !verdict) return answer;
      const { entry, before, parts } = answer.ask;
      codes[entry.id] = verdict(entry, before, parts) ?? null;
    }
  };
  return {
    hold: (batch) => call('hold', batch) as ReturnType<EntryStore['hold']>,
    append: append as EntryStore['append'],
    take: (log, linked, parts) => call('take', log, linked, parts) as ReturnType<EntryStore['take']>,
    read: (log, from) => call('read', log, from) as ReturnType<EntryStore['read']>,
    logs: () => call('logs') as ReturnType<EntryStore['logs']>,
    witness: async (head) => {
      await call('witness', head);
    },
    witnesses: (log) => call('witnesses', log) as ReturnType<EntryStore['witnesses']>,
    close: async () => {
      await call('close');
    },
  };
};
