import type { DirectoryEntry } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhones, sayPhrases } from './page.ts';
import { frames, sayTruth } from './pieces.ts';
import { placesTitle } from './places-page.ts';

const row = (name: string, value: Html | string | undefined): Html | null =>
  value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : null;

const renderEntry = (ctx: PageContext, entry: DirectoryEntry): Html => html`
  <li class="entry" id="${entry.id}"${entry.keywords?.length && html` data-k="${entry.keywords.join(' ')}"`}>
    <p class="theme">${say(ctx, entry.theme)}</p>
    <h2 class="ph"><a href="${entry.url}" rel="noreferrer">${sayPhrases(ctx, entry.title)}</a></h2>
    <p class="org">${say(ctx, entry.org)}</p>
    <p>${say(ctx, entry.use)}</p>
    <dl>
      ${row(say(ctx, messages.channel), sayPhones(ctx, entry.channel))}
      ${row(say(ctx, messages.hours), entry.hours && say(ctx, entry.hours))}
      ${row(say(ctx, messages.address), html`<span class="url">${entry.url}</span>${(entry.more ?? []).map((more) => html`<br><a href="${more.url}" rel="noreferrer">${say(ctx, more.label)}</a>`)}`)}
      ${row(say(ctx, messages.replaced), entry.replaced && say(ctx, entry.replaced))}
      ${row(say(ctx, messages.note), entry.note && say(ctx, entry.note))}
    </dl>
    <p>${sayTruth(ctx, entry.grade, entry.source)}</p>
  </li>`;

/** One of the two lists of addresses. The module adds a box that filters it; whole without. */
export const renderList = (ctx: PageContext, table: 'before' | 'during'): Page => {
  const other = table === 'before' ? 'during' : 'before';
  const names = { before: messages.listBefore, during: messages.listDuring };
  return renderPage(ctx, {
    path: `lists/${table}/`,
    title: names[table],
    kind: 'list',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, names[table])}</h1>
      ${frames(ctx, `/lists/${table}/`, 'first')}
      <p class="crumb"><a href="${hrefTo(ctx, `lists/${other}/`)}">${say(ctx, names[other])}</a> <a href="${hrefTo(ctx, 'lists/places/')}">${say(ctx, placesTitle)}</a></p>
      <ul class="entries" data-filter="${say(ctx, messages.filterLabel)}">
        ${ctx.bundle.directory.filter((entry) => entry.table.includes(table)).map((entry) => renderEntry(ctx, entry))}
      </ul>
      ${frames(ctx, `/lists/${table}/`, 'rest')}`,
  });
};
