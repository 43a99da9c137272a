import { messages } from '../messages.ts';
import { html } from './html.ts';
import { renderPage } from './layout.ts';
import { type Page, type PageContext, say, sayPhrases } from './page.ts';

const what = [messages.secondPlaceName, messages.secondPlaceCopy, messages.secondPlaceThree, messages.secondPlaceOnly];

/** Where the owner names the second place. Without script it says what to do on the command line. */
export const renderSecondPlace = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'second-place/',
    title: messages.secondPlace,
    kind: 'second',
    head: html`<script type="module" src="${ctx.assets.secondPlace}"></script>`,
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.secondPlace)}</h1>
      <p class="sub">${say(ctx, messages.secondPlaceLead)}</p>
      <ul class="plain">${what.map((line) => html`<li>${say(ctx, line)}</li>`)}</ul>
      <div id="second-place"></div>
      <noscript><p class="advice">${say(ctx, messages.secondPlaceNoScript)} <code>npx shodo backup --to FILE</code></p></noscript>`,
  });
