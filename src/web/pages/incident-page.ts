import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases, type Built } from './page.ts';
import { caseHref, casesInOrder } from './references.ts';

const loads = (built: Built | undefined): Html | undefined =>
  built && html`${built.css.map((css) => html`<link rel="stylesheet" href="${css}">`)}<script type="module" src="${built.js}"></script>`;

/** What can be done on paper and without script: the first moves need neither. */
const withoutScript = (ctx: PageContext): Html => html`
  <noscript>
    <p class="advice">${say(ctx, messages.recordNoScript)}</p>
    <h2>${say(ctx, messages.firstMoves)}</h2>
    <ul class="rows">${casesInOrder(ctx).map((playbook) => html`<li><a href="${caseHref(ctx, playbook)}">${say(ctx, playbook.title)}</a></li>`)}</ul>
  </noscript>`;

/** The shell of the incident page. Its address names the incident: `/ja/incident/#<uuid>/<tab>`. */
export const renderIncident = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'incident/',
    title: messages.incidentTitle,
    kind: 'incident',
    head: loads(ctx.assets.incident) ?? html``,
    main: html`
      <div id="incident" data-knowledge="${ctx.assets.knowledge}" data-response="${ctx.assets.response}">
        <h1 class="ph">${sayPhrases(ctx, messages.incidentTitle)}</h1>
      </div>
      ${withoutScript(ctx)}`,
  });

/** The shell of the list of incidents. */
export const renderIncidents = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'incidents/',
    title: messages.incidents,
    kind: 'incidents',
    head: loads(ctx.assets.incidents) ?? html``,
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.incidents)}</h1>
      <p class="sub">${say(ctx, messages.incidentsSub)}</p>
      <div id="incidents" data-knowledge="${ctx.assets.knowledge}" data-response="${ctx.assets.response}"></div>
      ${withoutScript(ctx)}
      <p><a href="${hrefTo(ctx, 'second-place/')}">${say(ctx, messages.secondPlace)}</a>${ctx.lang === 'ja' ? '：' : ': '}${say(ctx, messages.secondPlaceLead)}</p>
      <p><a href="${hrefTo(ctx, '')}">${say(ctx, messages.toHome)}</a></p>`,
  });
