import type { Text } from '../../core/index.ts';
import { messages, truthNames } from '../messages.ts';
import { changesTitle } from './changes-page.ts';
import { html, type Html } from './html.ts';
import { knowledgeTitle } from './knowledge/render-knowledge.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases } from './page.ts';
import { frames } from './pieces.ts';

const part = (ctx: PageContext, title: Text, body: Html): Html => html`<section><h2>${say(ctx, title)}</h2>${body}</section>`;

/** What this is, what it is not, what stays on the device, how statements were confirmed, which version. */
export const renderAbout = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'about/',
    title: messages.aboutTitle,
    kind: 'about',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.aboutTitle)}</h1>
      <p class="short">${say(ctx, messages.aboutWhat)}</p>
      <p class="advice">${say(ctx, messages.notAdvice)}</p>
      ${frames(ctx, '/about/')}
      ${part(ctx, messages.aboutDeviceTitle, html`<p>${say(ctx, messages.aboutDevice)}</p>`)}
      ${part(
        ctx,
        messages.aboutTruthTitle,
        html`<dl class="terms">
          <div><dt>${say(ctx, truthNames.read)}</dt><dd>${say(ctx, messages.truthRead)}</dd></div>
          <div><dt>${say(ctx, truthNames['second-hand'])}</dt><dd>${say(ctx, messages.truthSecond)}</dd></div>
          <div><dt>${say(ctx, truthNames['not-read'])}</dt><dd>${say(ctx, messages.truthNot)}</dd></div></dl>`,
      )}
      ${part(ctx, changesTitle, html`<p><a href="${hrefTo(ctx, 'about/changes/')}">${say(ctx, changesTitle)}</a></p>`)}
      ${part(ctx, knowledgeTitle, html`<p><a href="${hrefTo(ctx, 'knowledge/')}">${say(ctx, knowledgeTitle)}</a></p>`)}
      ${part(ctx, messages.aboutLicenceTitle, html`<p>${say(ctx, messages.aboutLicence)}</p>`)}
      ${part(ctx, messages.version, html`<p class="url">${ctx.bundle.version} ${ctx.bundle.hash.slice(0, 16)}</p>`)}`,
  });
