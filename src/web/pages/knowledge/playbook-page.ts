import type { Playbook } from '../../../core/index.ts';
import { messages, phaseNames } from '../../messages.ts';
import { html, type Html } from '../html.ts';
import { renderPage } from '../layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases } from '../page.ts';
import { ladderTable, seeLinks, sourceList } from '../pieces.ts';
import { caseHref } from '../references.ts';
import { factLines } from './rule-page.ts';
import { words } from './words.ts';

/** The block that holds the network-stop ladder. */
const ladderBlock = 'CB-6';

const steps = (ctx: PageContext, playbook: Playbook): Html =>
  html`<ul class="tree">${playbook.phases.map(
    (p) => html`<li><b>${say(ctx, phaseNames[p.id])}</b><ol>${p.steps.map((s) => html`<li>${say(ctx, s.do)}</li>`)}</ol>
    ${p.branches.length > 0 && html`<ul>${p.branches.map((b) => html`<li>${say(ctx, b.question)}</li>`)}</ul>`}</li>`,
  )}</ul>`;

/** One playbook as a table of contents with its proof; the steps themselves stand on the page of the case. */
export const renderPlaybook = (ctx: PageContext, playbook: Playbook): Page =>
  renderPage(ctx, {
    path: `knowledge/playbooks/${playbook.id}/`,
    title: playbook.title,
    kind: 'knowledge',
    main: html`
      <p class="crumb"><a href="${hrefTo(ctx, 'knowledge/')}">${say(ctx, words.title)}</a></p>
      <h1 class="ph">${sayPhrases(ctx, playbook.title)}</h1>
      <p class="soft">${playbook.id}</p>
      <p>${say(ctx, playbook.lead)}</p>
      <p><a href="${caseHref(ctx, playbook)}">${say(ctx, words.openCase)}</a></p>
      <section><h2>${say(ctx, words.steps)}</h2>${steps(ctx, playbook)}</section>
      ${playbook.blocks.includes(ladderBlock) && html`<section>${ladderTable(ctx, ctx.bundle.ladder)}</section>`}
      ${playbook.blocks.length > 0 && html`<section><h2>${say(ctx, messages.usedBlocks)}</h2>${seeLinks(ctx, playbook.blocks)}</section>`}
      ${Object.keys(playbook.facts).length > 0 && html`<section class="tree"><h2>${say(ctx, words.sets)}</h2>${factLines(ctx, playbook.facts)}</section>`}
      ${sourceList(ctx, playbook.sources)}`,
  });
