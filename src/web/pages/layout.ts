import type { Lang, Text } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html, type Part } from './html.ts';
import { hrefTo, type Page, type PageContext, say } from './page.ts';

/** What differs from page to page. `path` has no language: `cases/malware/`. */
export type Sheet = {
  readonly path: string;
  readonly title: Text;
  /** Names the kind of page for the stylesheet and the module. */
  readonly kind:
    | 'home'
    | 'case'
    | 'unsure'
    | 'all-cases'
    | 'qa'
    | 'list'
    | 'flow'
    | 'blocks'
    | 'about'
    | 'duties'
    | 'incident'
    | 'incidents'
    | 'knowledge'
    | 'numbers'
    | 'aid'
    | 'second';
  readonly main: Part;
  /** Attributes of body for the module, such as the case. */
  readonly data?: Readonly<Record<string, string>>;
  /** Files only this page loads. */
  readonly head?: Html;
  /** Another address at which the same page is canonical. */
  readonly canonical?: string;
};

type Place = { readonly path: string; readonly name: Text };

const places: readonly Place[] = [
  { path: 'duties/', name: messages.duties },
  { path: 'incidents/', name: messages.incidents },
  { path: 'qa/', name: messages.qa },
  { path: 'lists/during/', name: messages.listDuring },
  { path: 'lists/before/', name: messages.listBefore },
  { path: 'flow/', name: messages.flow },
  { path: 'blocks/', name: messages.blocks },
];

const link = (ctx: PageContext, sheet: Sheet, place: Place): Html =>
  html`<li><a href="${hrefTo(ctx, place.path)}"${sheet.path === place.path && html` aria-current="page"`}>${say(ctx, place.name)}</a></li>`;

const header = (ctx: PageContext, sheet: Sheet, other: Lang): Html => html`
  <header class="top">
    <a class="brand" href="${hrefTo(ctx, '')}">
      <span class="seal" lang="ja">初動</span><span>Shodo<span class="vh"> ${say(ctx, messages.home)}</span></span>
    </a>
    <nav aria-label="${say(ctx, messages.siteNav)}"><ul>${places.slice(0, 6).map((place) => link(ctx, sheet, place))}</ul></nav>
    <a class="lang" href="/${other}/${sheet.path}" lang="${other}" hreflang="${other}" rel="alternate" data-lang>${say(ctx, messages.language)}</a>
  </header>`;

const footer = (ctx: PageContext, sheet: Sheet): Html => html`
  <footer class="foot">
    <nav aria-label="${say(ctx, messages.footNav)}">
      <ul>
        ${[{ path: '', name: messages.home }, ...places, { path: 'cards/', name: messages.firstAid }, { path: 'card/', name: messages.card }, { path: 'second-place/', name: messages.secondPlace }, { path: 'about/', name: messages.about }].map((place) => link(ctx, sheet, place))}
      </ul>
    </nav>
  </footer>`;

/** One whole page. It holds no inline script and no inline style, and names no outside host but in links to read. */
export const renderPage = (ctx: PageContext, sheet: Sheet): Page => {
  const other: Lang = ctx.lang === 'ja' ? 'en' : 'ja';
  const own = {
    log: ctx.assets.log,
    'log-here': ctx.assets.logHere,
    card: ctx.assets.card,

    worker: '/service-worker.js',
  };
  const data = Object.entries({ ...own, ...sheet.data }).map(([key, value]) => html` data-${key}="${value}"`);
  const title = say(ctx, sheet.title);
  const page = html`<!doctype html>
<html lang="${ctx.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} | ${ctx.lang === 'ja' ? '初動 Shodo' : 'Shodo'}</title>
<link rel="stylesheet" href="${ctx.assets.css}">
<link rel="icon" href="${ctx.assets.icon}" type="image/svg+xml">
<link rel="alternate" hreflang="${other}" href="/${other}/${sheet.path}">
${sheet.canonical && html`<link rel="canonical" href="${sheet.canonical}">`}
${sheet.head}
<script type="module" src="${ctx.assets.moves[ctx.lang]}"></script>
</head>
<body class="${sheet.kind}"${data}>
<a class="skip" href="#main">${say(ctx, messages.skip)}</a>
${header(ctx, sheet, other)}
<main id="main" tabindex="-1">${sheet.main}</main>
${footer(ctx, sheet)}
</body>
</html>`;
  return { path: `/${ctx.lang}/${sheet.path}`, html: page.html };
};
