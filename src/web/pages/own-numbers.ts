import type { Text } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { hrefTo, type PageContext, say } from './page.ts';

const line = (ctx: PageContext, role: string, name: Text): Html =>
  html`<div data-role="${role}"><dt>${say(ctx, name)}</dt><dd class="blank"></dd></div>`;

/** The organisation's own numbers: blanks for a pen, filled by the module where the card is written. */
export const ownNumbers = (ctx: PageContext): Html => html`
  <section class="own" data-own aria-label="${say(ctx, messages.card)}">
    <h2>${say(ctx, messages.card)}</h2>
    <dl>${line(ctx, 'day', messages.cardDay)}${line(ctx, 'night', messages.cardNight)}</dl>
    <p><a href="${hrefTo(ctx, 'card/')}">${say(ctx, messages.cardWrite)}</a> <span class="soft lead">${say(ctx, messages.cardLead)}</span></p>
  </section>`;

/** What fills them. */
export const ownNumbersScript = (ctx: PageContext): Html => html`<script type="module" src="${ctx.assets.cardShow}"></script>`;
