import type { Text } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { type Page, type PageContext, say, sayPhrases } from './page.ts';

const blank = (ctx: PageContext, name: Text): Html => html`<div><dt>${say(ctx, name)}</dt><dd class="blank"></dd></div>`;

/** The organisation's card. Without script it is a sheet for a pen. */
export const renderCard = (ctx: PageContext): Page => {
  const prefectures = ctx.bundle.facts.find(({ id }) => id === 'headOfficePrefecture')?.values ?? [];
  return renderPage(ctx, {
    path: 'card/',
    title: messages.card,
    kind: 'numbers',
    head: html`<script type="module" src="${ctx.assets.card}"></script>`,
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.card)}</h1>
      <p class="sub">${say(ctx, messages.cardLead)} ${say(ctx, messages.cardSub)}</p>
      <form id="card-form" class="card-form" novalidate aria-label="${say(ctx, messages.card)}"></form>
      <template id="prefectures"><select><option value=""></option>${prefectures.map(
        ({ id, label }) => html`<option value="${id}">${say(ctx, label)}</option>`,
      )}</select></template>
      <noscript>
        <p class="advice">${say(ctx, messages.cardNoScript)}</p>
        <dl class="own">${blank(ctx, messages.cardName)}${blank(ctx, messages.cardDay)}${blank(ctx, messages.cardNight)}${blank(ctx, messages.cardPlaces)}</dl>
      </noscript>
      <p class="soft">${say(ctx, messages.cardLate)}</p>`,
  });
};
