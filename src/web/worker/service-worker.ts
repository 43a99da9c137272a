// Every page opens without the server after the first visit. Answers of the record (/api) are never kept here: what was said
// lies in the database of the device.

type Shell = { readonly version: string; readonly pages: readonly string[]; readonly assets: readonly string[] };

/** Written in by the build: every page and file of the site, and a hash over all of them. */
declare const shodoShell: Shell;

// The types of a page and those of a worker cannot stand in one program; these few are what is used here.
type Lasting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Event & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Worker = {
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  addEventListener(kind: 'install' | 'activate', work: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', work: (event: Asked) => void): void;
};

const worker = self as unknown as Worker;
const { version, pages, assets } = shodoShell;
const mine = `shodo-${version}`;
const isPage = new Set(pages);

/** A server that does not answer in this time is treated as off; what it says later is not waited for. */
const patience = 4_000;

/** A few at a time, so that a phone on a slow line goes on showing the page it is on. */
const atOnce = 4;

const keep = async (): Promise<void> => {
  const cache = await caches.open(mine);
  const waiting = [...assets, ...pages];
  const next = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      // Files with a hash in their name never change: those of the version before are taken over.
      const known = path.startsWith('/assets/') ? await caches.match(path) : undefined;
      const answer = known ?? (await fetch(path, { cache: 'no-cache' }));
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
      await cache.put(path, answer);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
};

/** The version before stays: a page that is still open from it may ask for one of its files. */
const tidy = async (): Promise<void> => {
  const old = (await caches.keys()).filter((name) => name.startsWith('shodo-') && name !== mine);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
};

const keptPage = async (path: string): Promise<Response | undefined> => {
  const cache = await caches.open(mine);
  const home = path.startsWith('/en/') ? '/en/' : '/ja/';
  return (await cache.match(path)) ?? (await cache.match(`${path}/`)) ?? cache.match(isPage.has(path) ? path : home);
};

const page = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patience) });
  } catch (problem) {
    const kept = await keptPage(pathname);
    if (kept) return kept;
    throw problem;
  }
};

const asset = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

worker.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
