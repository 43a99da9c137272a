import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases } from './page.ts';
import { caseHref, findCase } from './references.ts';

type Group = PageContext['bundle']['cases']['groups'][number];

const renderGroup = (ctx: PageContext, group: Group): Html => html`
  <section aria-labelledby="${group.id}"><h2 class="ph" id="${group.id}">${sayPhrases(ctx, group.title)}</h2>
  <ul class="cases">${group.cases
    .flatMap((slug) => findCase(ctx, slug) ?? [])
    .map(
      (
        playbook,
      ) => html`<li><a class="card" href="${caseHref(ctx, playbook)}"><span><strong class="ph">${sayPhrases(ctx, playbook.title)}</strong>
      <span>${say(ctx, playbook.lead)}</span></span></a></li>`,
    )}</ul></section>`;

const renderRare = (ctx: PageContext): Html | null => {
  const { rare } = ctx.bundle.cases;
  if (rare.length === 0) return null;
  return html`<section aria-labelledby="rare"><h2 id="rare">${say(ctx, messages.rareCases)}</h2>
  <ul class="rows">${rare.map((one) => {
    const landing = findCase(ctx, one.to);
    return html`<li id="${one.id}"><strong>${say(ctx, one.label)}</strong><p>${say(ctx, one.first)}</p>
    ${landing && html`<p class="soft">${say(ctx, messages.thenCase)}<a href="${caseHref(ctx, landing)}">${say(ctx, landing.title)}</a></p>`}</li>`;
  })}</ul></section>`;
};

/** Every case in groups, in the words people use. Whoever finds none of them goes to the questions. */
export const renderAllCases = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'cases/',
    title: messages.allCasesTitle,
    kind: 'all-cases',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.allCasesTitle)}</h1>
      <p class="sub">${say(ctx, messages.allCasesSub)}</p>
      <p class="one-way"><a class="btn" href="${hrefTo(ctx, 'unsure/')}">${say(ctx, messages.unsure)}</a> <span class="soft">${say(ctx, messages.unsureLead)}</span></p>
      ${ctx.bundle.cases.groups.map((group) => renderGroup(ctx, group))}
      ${renderRare(ctx)}`,
  });
