import { type OfficeList, type Text, truthOf } from '../../core/index.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, inOwnTongue, type Page, type PageContext, say, sayPhrases } from './page.ts';
import { sourceList, stackTable } from './pieces.ts';

const words = {
  title: { ja: '地域の窓口（都道府県別）', en: 'Offices by prefecture' },
  lead: {
    ja: '警察と役所の地域の窓口です。電話番号は変わるので、ここには書いていません。各窓口のページか、国の窓口でたどります。',
    en: 'Police and offices by place. Telephone numbers change and are not written here: use the page of the office, or the national desk.',
  },
  unread: {
    ja: '要確認：どの窓口がどの都道府県を受け持つかは、一般の知識で書いています。電話で確かめてください。',
    en: 'To be confirmed: which office serves which prefecture is written from general knowledge. Confirm by telephone.',
  },
  prefecture: { ja: '都道府県', en: 'Prefecture' },
  national: { ja: '国の窓口', en: 'National desk' },
  saying: { ja: 'こう伝えます：', en: 'Say:' },
  pages: { ja: 'ページを見つけた窓口', en: 'Offices whose page was found' },
} as const;

export const placesTitle: Text = words.title;

const joined = (texts: readonly Text[]): Text => ({ ja: texts.map((t) => t.ja).join('、'), en: texts.map((t) => t.en).join('; ') });

const linked = (ctx: PageContext, label: Text, url: string | undefined): Html =>
  url ? html`<a href="${url}" rel="noreferrer">${say(ctx, label)}</a>` : html`${say(ctx, label)}`;

const aboutList = (ctx: PageContext, list: OfficeList): Html => {
  const found = list.offices.filter((o) => o.page);
  return html`<section id="${list.id}"><h2>${say(ctx, list.label)}</h2>
    <p>${say(ctx, words.national)}${ctx.lang === 'ja' ? '：' : ': '}${linked(ctx, list.national.label, list.national.url)}</p>
    <p>${say(ctx, words.saying)} <b>${say(ctx, list.ask)}</b></p>
    ${list.note && html`<p>${say(ctx, list.note)}</p>`}
    ${truthOf(list.areas.grade) === 'not-read' && html`<p class="soft">${say(ctx, words.unread)} ${inOwnTongue(ctx, list.areas.text)}</p>`}
    ${found.length > 0 && html`<p>${say(ctx, words.pages)}</p><ul>${found.map((o) => html`<li>${linked(ctx, o.label, o.page?.url)}</li>`)}</ul>`}
    ${sourceList(ctx, [list.national.source, ...found.flatMap((o) => o.page ?? [])], `${list.id}-sources`)}</section>`;
};

/** Every office by prefecture, and how to reach it from the national desk. */
export const renderPlaces = (ctx: PageContext): Page => {
  const { offices, facts } = ctx.bundle;
  const prefectures = facts.find(({ id }) => id === 'headOfficePrefecture')?.values ?? [];
  const rows = prefectures.map(({ id, label }) => [
    label,
    ...offices.map((list) => joined(list.offices.filter((o) => o.serves.includes(id)).map((o) => o.label))),
  ]);
  return renderPage(ctx, {
    path: 'lists/places/',
    title: words.title,
    kind: 'list',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, words.title)}</h1>
      <p>${say(ctx, words.lead)}</p>
      ${offices.map((list) => aboutList(ctx, list))}
      ${stackTable(ctx, say(ctx, words.title), [words.prefecture, ...offices.map((list) => list.label)], rows)}
      <p class="crumb"><a href="${hrefTo(ctx, 'lists/during/')}">${ctx.lang === 'ja' ? '参考リストへ' : 'To the reference list'}</a></p>`,
  });
};
