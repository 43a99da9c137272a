import type { Playbook, Text } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases } from './page.ts';
import { ownNumbers, ownNumbersScript } from './own-numbers.ts';
import { frames } from './pieces.ts';
import { caseHref, findCase } from './references.ts';

const card = (ctx: PageContext, href: string, name: Playbook['icon'], title: Text, lead: Text, unsure = false): Html => html`
  <li><a class="card${unsure && ' unsure'}" href="${href}">${icon(name)}
  <span><strong class="ph">${sayPhrases(ctx, title)}</strong> <span>${say(ctx, lead)}</span></span></a></li>`;

const way = (ctx: PageContext, path: string, title: Text, lead: Text): Html => html`
  <li><a href="${hrefTo(ctx, path)}"><strong>${say(ctx, title)}</strong> <span>${say(ctx, lead)}</span></a></li>`;

/** The only question is what happened; not knowing is a full choice, and every other case is one touch away. */
export const renderHome = (ctx: PageContext): Page => {
  const cases = ctx.bundle.cases.home.flatMap((slug) => findCase(ctx, slug) ?? []);
  return renderPage(ctx, {
    path: '',
    title: messages.homeTitle,
    kind: 'home',
    head: ownNumbersScript(ctx),
    canonical: hrefTo(ctx, ''),
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.homeTitle)}</h1>
      <p class="sub">${say(ctx, messages.homeSub)}</p>
      <ul class="cases">
        ${cases.map((playbook) => card(ctx, caseHref(ctx, playbook), playbook.icon, playbook.title, playbook.lead))}
        ${card(ctx, hrefTo(ctx, 'unsure/'), 'unsure', messages.unsure, messages.unsureLead, true)}
      </ul>
      <p class="one-way"><a class="btn" href="${hrefTo(ctx, 'cases/')}">${say(ctx, messages.allCases)}</a> <span class="soft">${say(ctx, messages.allCasesLead)}</span></p>
      ${ownNumbers(ctx)}
      <ul class="ways">
        ${way(ctx, 'duties/', messages.duties, messages.dutiesLead)}
        ${way(ctx, 'qa/', messages.qa, messages.qaLead)}
        ${way(ctx, 'lists/during/', messages.listDuring, messages.listDuringLead)}
        ${way(ctx, 'lists/before/', messages.listBefore, messages.listBeforeLead)}
        ${way(ctx, 'flow/', messages.flow, messages.flowLead)}
        ${way(ctx, 'blocks/', messages.blocks, messages.blocksLead)}
      </ul>
      <p class="one-way"><a class="btn" href="${hrefTo(ctx, 'incident/')}#drill">${say(ctx, messages.drill)}</a> <span class="soft">${say(ctx, messages.drillLead)}</span></p>
      <section class="about" aria-labelledby="about"><h2 id="about">${say(ctx, messages.aboutHome)}</h2>${frames(ctx, '/')}</section>`,
  });
};
