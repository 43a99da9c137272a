import type { Rule, Stage } from '../../core/index.ts';
import { levelNames, messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, inOwnTongue, type Page, type PageContext, say, sayPhrases } from './page.ts';
import { frames } from './pieces.ts';
import { sayConvention } from './say-convention.ts';

const sayStage = (ctx: PageContext, stage: Stage): string => {
  const counts = [...new Set(stage.choices.map((choice) => sayConvention(choice.convention, ctx.lang)))];
  const several = counts.length > 1 ? (ctx.lang === 'ja' ? `（${messages.varies.ja}）` : ` (${messages.varies.en})`) : '';
  return `${say(ctx, stage.label)}${ctx.lang === 'ja' ? '：' : ': '}${counts.join(ctx.lang === 'ja' ? '／' : ' / ')}${several}`;
};

const renderRule = (ctx: PageContext, rule: Rule): Html => html`
  <li><p><strong>${say(ctx, rule.label)}</strong> <span class="badge">${say(ctx, levelNames[rule.level])}</span></p>
  ${rule.stages.map((stage) => html`<p>${sayStage(ctx, stage)}</p>`)}<p class="soft">${inOwnTongue(ctx, rule.cite)}</p></li>`;

/** What each case alone says, by slug, so that the check starts from the case a person came from. */
const caseFacts = (ctx: PageContext): string => JSON.stringify(Object.fromEntries(ctx.bundle.playbooks.map((p) => [p.slug, p.facts])));

/**
 * The shell of the duties check, which computes on the device. Without script it says so and lists every duty with
 * the rule of its dates. `#duties` is where the check mounts.
 */
export const renderDuties = (ctx: PageContext): Page => {
  const { duties } = ctx.assets;
  return renderPage(ctx, {
    path: 'duties/',
    title: messages.dutiesTitle,
    kind: 'duties',
    head: html`${duties?.css.map((css) => html`<link rel="stylesheet" href="${css}">`)}${duties && html`<script type="module" src="${duties.js}"></script>`}`,
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.dutiesTitle)}</h1>
      <p class="sub">${say(ctx, messages.dutiesSub)}</p>
      <div id="duties" data-knowledge="${ctx.assets.knowledge}" data-cases="${caseFacts(ctx)}"></div>
      <noscript>
        <p class="advice">${say(ctx, messages.noScript)}</p>
        <p><a class="btn" href="${hrefTo(ctx, 'qa/')}">${say(ctx, messages.qaTitle)}</a></p>
        <h2>${say(ctx, messages.dutiesList)}</h2>
        <ul class="rows">${ctx.bundle.base.rules.filter((rule) => !rule.mergedInto).map((rule) => renderRule(ctx, rule))}</ul>
      </noscript>
      ${frames(ctx, '/duties/')}
      <p class="advice">${say(ctx, messages.notAdvice)}</p>`,
  });
};
