import type { FirstAidCard, Text } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { renderPage } from './layout.ts';
import { ownNumbersScript } from './own-numbers.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases } from './page.ts';
import { doNots, sourceList } from './pieces.ts';
import { resolve } from './references.ts';

/** A line for a number. Only the organisation's own two are known to the module, which fills them by their role. */
const blank = (name: string, role?: string): Html =>
  html`<div${role && html` data-role="${role}"`}><dt>${name}</dt><dd class="blank"></dd></div>`;

const atHours = (ctx: PageContext, name: string, hours: Text): string =>
  ctx.lang === 'ja' ? `${name}（${hours.ja}）` : `${name} (${hours.en.toLowerCase()})`;

const renderNumbers = (ctx: PageContext, card: FirstAidCard): Html => html`
  <dl data-own aria-label="${say(ctx, messages.firstAidCall)}">${card.numbers.map(({ to, name }) =>
    to === 'own-contact'
      ? html`${blank(atHours(ctx, say(ctx, name), messages.cardDay), 'day')}${blank(atHours(ctx, say(ctx, name), messages.cardNight), 'night')}`
      : blank(say(ctx, name)),
  )}</dl>`;

/** Only on the screen: where the first moves go on, and the way to print this one card. */
const renderMore = (ctx: PageContext, card: FirstAidCard): Html => {
  const on = card.see.map((ref) => resolve(ctx, ref)).filter((target) => target !== undefined);
  return html`<div class="on">
    <p><b>${say(ctx, messages.firstAidMore)}</b> ${on.map((to) => html`<a href="${to.href}">${say(ctx, to.label)}</a> `)}</p>
    <p class="one"><a href="#${card.id}">${say(ctx, messages.firstAidOne)}</a></p><p class="every"><a href="#cards">${say(ctx, messages.firstAidAll)}</a></p>
    ${sourceList(ctx, card.sources ?? [], `${card.id}-sources`)}</div>`;
};

const renderOne = (ctx: PageContext, card: FirstAidCard): Html => html`
  <article class="aid" id="${card.id}" aria-labelledby="${card.id}-t">
    <header>${icon(card.icon)}<h2 class="ph" id="${card.id}-t">${sayPhrases(ctx, card.scene)}</h2></header>
    <ol>${card.moves.map((move) => html`<li class="ph">${sayPhrases(ctx, move)}</li>`)}</ol>
    ${doNots(ctx, card.dont)}
    ${renderNumbers(ctx, card)}
    ${card.word && html`<p class="word">${say(ctx, card.word)}</p>`}
    <footer><span>${say(ctx, messages.firstAid)} ${card.id}</span> <span>${say(ctx, messages.firstAidEdition)} ${ctx.bundle.version}</span>
      <span class="given">${say(ctx, messages.firstAidGiven)} <span class="blank"></span></span></footer>
    ${renderMore(ctx, card)}
  </article>`;

/**
 * The cards for everyone. Printed, each is a page of A6; the address of one card (`#E-03`) prints that one alone.
 * All of it works without script; the module only writes the organisation's own numbers in.
 */
export const renderFirstAid = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'cards/',
    title: messages.firstAid,
    kind: 'aid',
    head: ownNumbersScript(ctx),
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.firstAid)}</h1>
      <p class="sub">${say(ctx, messages.firstAidSub)}</p>
      <p class="advice">${say(ctx, messages.firstAidPrint)} ${say(ctx, messages.firstAidNumber)} <a href="${hrefTo(ctx, 'card/')}">${say(ctx, messages.card)}</a></p>
      <div class="aids" id="cards">${ctx.bundle.firstAid.map((card) => renderOne(ctx, card))}</div>`,
  });
