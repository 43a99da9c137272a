import type { Lang } from '../../../core/index.ts';
import { html, type Html, raw } from '../../pages/html.ts';
import { messages } from './messages.ts';

/** One version that went out. `at` is said in words. */
export type PageVersion = { readonly text: string; readonly at: string };

export type SubstituteParts = {
  readonly organisation: string;
  /** Versions by language, the latest first. A language without any is left out. */
  readonly versions: Readonly<Record<Lang, readonly PageVersion[]>>;
  /** Lines that are headings, by language. */
  readonly headings: Readonly<Record<Lang, readonly string[]>>;
  /** False: search engines are asked to leave it out. */
  readonly index: boolean;
};

const style = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:42rem;padding:1.5rem 1rem 4rem;font:1rem/1.8 "Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans JP",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.5}h2{font-size:1.25rem;margin:2rem 0 .25rem}h3{font-size:1.0625rem;margin:1.5rem 0 .25rem}
p{margin:.25rem 0}nav{padding:.5rem 0;border-bottom:1px solid #767676}
section+section{margin-top:3rem;padding-top:1.5rem;border-top:3px double #767676}
.old{margin-top:2.5rem;padding-top:1rem;border-top:1px solid #767676;font-size:.9375rem}
@media print{body{max-width:none;padding:0;font-size:10.5pt;color:#000;background:#fff}nav{display:none}.old article{break-inside:avoid}}
`;

const line = (text: string, headings: readonly string[], level: 2 | 4): Html => {
  if (!headings.includes(text)) return html`<p>${text}</p>`;
  return level === 2 ? html`<h2>${text}</h2>` : html`<p><strong>${text}</strong></p>`;
};

const inLanguage = (lang: Lang, { versions, headings }: SubstituteParts): Html | null => {
  const [latest, ...earlier] = versions[lang];
  if (!latest) return null;
  const [title = '', ...body] = latest.text.split('\n');
  return html`<section lang="${lang}" id="${lang}">
    <h1>${title}</h1>
    ${body.map((text) => line(text, headings[lang], 2))}
    ${
      earlier.length > 0 &&
      html`<div class="old"><h2>${messages.pageEarlier[lang]}</h2><p>${messages.pageNewer[lang]}</p>
      ${earlier.map(({ text, at }) => {
        const [head = '', ...rest] = text.split('\n');
        return html`<article><h3>${head}</h3><p><time>${at}</time></p>${rest.map((t) => line(t, headings[lang], 4))}</article>`;
      })}</div>`
    }
  </section>`;
};

/** The notice as one static page: no script, nothing from outside, both languages, every version, fit for print. */
export const substitutePage = (parts: SubstituteParts): string => {
  const first: Lang = parts.versions.ja.length > 0 ? 'ja' : 'en';
  const title = parts.versions[first][0]?.text.split('\n')[0] ?? parts.organisation;
  const both = parts.versions.ja.length > 0 && parts.versions.en.length > 0;
  const page = html`<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${!parts.index && html`<meta name="robots" content="noindex">`}
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${both && html`<nav><a href="#ja" lang="ja">日本語</a> / <a href="#en" lang="en">English</a></nav>`}
<main>
${inLanguage('ja', parts)}
${inLanguage('en', parts)}
</main>
</body>
</html>
`;
  return page.html;
};
