import type { Bundle, Facts, Lang, OwnContact, Text } from '../../core/index.ts';
import { escapeText, html, type Html, raw } from './html.ts';

/** A screen that runs on the page, as its own build left it. */
export type Built = { readonly js: string; readonly css: readonly string[] };

/** Addresses of the built files that every page names. */
export type Assets = {
  readonly css: string;
  readonly moves: Readonly<Record<Lang, string>>;
  /** The record for the small pages, loaded where there is one; and for browsers that keep nothing. */
  readonly log: string;
  readonly logHere: string;
  /** The organisation's card: its form, and bringing it up to date; and showing its numbers. */
  readonly card: string;
  readonly cardShow: string;
  /** The form of the second place. */
  readonly secondPlace: string;
  readonly icon: string;
  /** What the duties check computes with. */
  readonly knowledge: string;
  /** What the incident page reads beside it: plans, ladder, addresses, forms. */
  readonly response: string;
  readonly duties?: Built;
  readonly incident?: Built;
  readonly incidents?: Built;
};

/** A case that every test run works out: facts, and what must follow for the rules named, with dates of stages by id. */
export type WorkedExample = {
  readonly name: string;
  readonly facts: Facts;
  readonly expect: Readonly<
    Record<
      string,
      { readonly applies: 'yes' | 'no' | 'unknown'; readonly presumed?: boolean; readonly stages: Readonly<Record<string, string | null>> }
    >
  >;
};

/**
 * What a page is rendered from. `phrases` cuts a Japanese sentence where a line may break; joined, its pieces are
 * the sentence again.
 */
export type PageContext = {
  readonly bundle: Bundle;
  readonly lang: Lang;
  readonly assets: Assets;
  readonly phrases: (text: string) => readonly string[];
  /** People to call whose numbers only the organisation knows (knowledge/contacts.yaml). */
  readonly ownContacts: readonly OwnContact[];
  /** The worked examples of the rules. */
  readonly examples: readonly WorkedExample[];
};

/** One page: `path` is the address below the site root and ends with a slash. */
export type Page = { readonly path: string; readonly html: string };

/** The text in the language of the page. */
export const say = (ctx: PageContext, text: Text): string => text[ctx.lang];

const hyphened = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+/g;

/** A place to break. Hidden from assistive technology, which would read a space there. */
const breakHere = '<wbr aria-hidden="true">';

/** A heading or a step sentence: breaks only between phrases. The text content stays the sentence itself. */
export const sayPhrases = (ctx: PageContext, text: Text): Html => {
  if (ctx.lang !== 'ja') return raw(escapeText(text.en).replaceAll('Wi-Fi', '<span class="nb">Wi-Fi</span>'));
  const pieces = ctx.phrases(text.ja);
  return raw(pieces.map((piece) => escapeText(piece).replace(hyphened, '<span class="nb">$&</span>')).join(breakHere));
};

const japanese = /[぀-ヿ一-鿿]/;

/** A title or an article as its author writes it. On an English page a Japanese one says so, and is read aloud rightly. */
export const inOwnTongue = (ctx: PageContext, text: string): Html =>
  ctx.lang !== 'ja' && japanese.test(text) ? html`<span lang="ja">${text}</span>` : html`${text}`;

const weekdays = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;

/** A civil date (`YYYY-MM-DD`) with its weekday. */
export const sayDate = (ctx: PageContext, date: string): string => {
  const day = weekdays[ctx.lang][new Date(`${date}T00:00:00Z`).getUTCDay()];
  return ctx.lang === 'ja' ? `${date}（${day}）` : `${day} ${date}`;
};

const phone = /(?<![\d-])(0\d{1,4}-\d{1,4}-\d{3,4}|#\d{4})(?![\d-])/;

/** Prose in which telephone numbers can be touched. */
export const sayPhones = (ctx: PageContext, text: Text): Html => {
  const pieces = say(ctx, text).split(phone);
  return html`${pieces.map((piece, i) => (i % 2 === 1 ? html`<a href="tel:${piece.replace(/-/g, '')}">${piece}</a>` : piece))}`;
};

/** An address inside the site, in the language of the page: `hrefTo(ctx, 'qa/')` → `/ja/qa/`. */
export const hrefTo = (ctx: PageContext, path: string): string => `/${ctx.lang}/${path}`;
