import type { Block } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { type Page, type PageContext, say, sayPhones, sayPhrases } from './page.ts';
import { frames, ladderTable, sourceList, stackTable } from './pieces.ts';
import { caseHref, casesInOrder } from './references.ts';

const renderPoint = (ctx: PageContext, point: Block['points'][number]): Html => html`
  <li>${point.dont && html`<span class="x" role="img" aria-label="${say(ctx, messages.doNot)}"></span>`}
  <p${point.dont && html` class="dont"`}>${sayPhones(ctx, point.text)}</p>${point.detail && html`<p class="soft">${sayPhones(ctx, point.detail)}</p>`}</li>`;

const renderBlock = (ctx: PageContext, block: Block): Html => {
  const cases = casesInOrder(ctx).filter((playbook) => playbook.blocks.includes(block.id));
  return html`
  <section class="block" id="${block.id}" tabindex="-1" aria-labelledby="${block.id}-t">
    <p class="theme">${block.id}</p>
    <h2 class="ph" id="${block.id}-t">${sayPhrases(ctx, block.title)}</h2>
    <p class="aim">${say(ctx, block.lead)}</p>
    <ul class="rows points">${block.points.map((point) => renderPoint(ctx, point))}</ul>
    ${block.table && stackTable(ctx, say(ctx, block.title), block.table.head, block.table.rows)}
    ${block.id === 'CB-6' && ladderTable(ctx, ctx.bundle.ladder)}
    ${cases.length > 0 && html`<details class="more"><summary>${say(ctx, messages.usedIn)}</summary><ul class="see">${cases.map((playbook) => html`<li><a href="${caseHref(ctx, playbook)}">${say(ctx, playbook.title)}</a></li>`)}</ul></details>`}
    ${sourceList(ctx, block.sources, `${block.id}-s`)}
  </section>`;
};

/** The common blocks, each at its own anchor, and the one ladder at CB-6. */
export const renderBlocks = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'blocks/',
    title: messages.blocksTitle,
    kind: 'blocks',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.blocksTitle)}</h1>
      <p class="sub">${say(ctx, messages.blocksSub)}</p>
      ${frames(ctx, '/blocks/')}
      <nav aria-label="${say(ctx, messages.onThisPage)}"><ul class="links">${ctx.bundle.blocks.map((block) => html`<li><a href="#${block.id}"><span class="badge">${block.id}</span> ${say(ctx, block.title)}</a></li>`)}</ul></nav>
      ${ctx.bundle.blocks.map((block) => renderBlock(ctx, block))}`,
  });
