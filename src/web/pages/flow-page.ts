import type { FlowBox } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { type Page, type PageContext, say, sayPhrases } from './page.ts';
import { frames } from './pieces.ts';
import { caseHref, casesInOrder } from './references.ts';

const renderBox = (ctx: PageContext, box: FlowBox): Html => {
  const cases = casesInOrder(ctx).filter((playbook) => playbook.phases.some((phase) => phase.id === box.id));
  return html`
  <li class="box" id="${box.id}">
    <p class="theme">${say(ctx, box.span)}</p>
    <h2 class="ph">${sayPhrases(ctx, box.name)}</h2>
    <p class="aim">${say(ctx, box.aim)}</p>
    <ul class="plain">${box.points.map((point) => html`<li>${say(ctx, point)}</li>`)}</ul>
    <details class="more"><summary>${say(ctx, messages.byCase)}</summary>
    <ul class="see">${cases.map((playbook) => html`<li><a href="${caseHref(ctx, playbook)}#${box.id}">${say(ctx, playbook.title)}</a></li>`)}</ul></details>
  </li>`;
};

/** The five boxes T5 … CL, linked both ways with the phases of every case. */
export const renderFlow = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'flow/',
    title: messages.flowTitle,
    kind: 'flow',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.flowTitle)}</h1>
      <p class="sub">${say(ctx, messages.flowSub)}</p>
      ${frames(ctx, '/flow/')}
      <ol class="flowline">${ctx.bundle.flow.map((box) => renderBox(ctx, box))}</ol>`,
  });
