import type { Triage } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases } from './page.ts';
import { frames } from './pieces.ts';
import { caseHref, findCase } from './references.ts';

type TriageQuestion = Triage['questions'][number];

/** Where an option leads: the next question, or a case. What is not known here lands on the common card, never on nothing. */
const optionHref = (ctx: PageContext, option: TriageQuestion['options'][number]): string => {
  if (option.next) return `#q-${option.next}`;
  const landing = findCase(ctx, option.to ?? 'common') ?? findCase(ctx, 'common');
  return landing ? caseHref(ctx, landing) : hrefTo(ctx, '');
};

const renderQuestion = (ctx: PageContext, question: TriageQuestion, first: boolean): Html => html`
  <section class="q" id="q-${question.id}" tabindex="-1" aria-labelledby="q-${question.id}-t">
    <h2 class="ph" id="q-${question.id}-t">${sayPhrases(ctx, question.text)}</h2>
    <ul class="cases">${question.options.map(
      (
        option,
      ) => html`<li><a class="card" href="${optionHref(ctx, option)}"><span><strong class="ph">${sayPhrases(ctx, option.label)}</strong>
        ${option.hint && html` <span>${say(ctx, option.hint)}</span>`}</span></a></li>`,
    )}</ul>
    ${!first && html`<p><a href="#q-${ctx.bundle.triage.start}">${say(ctx, messages.fromStart)}</a></p>`}
  </section>`;

/**
 * At most three questions. Each is a section that links to the next; the stylesheet shows the one the address names,
 * and all of them where there is no stylesheet. Below stand the sentences people say, each linked to its case.
 */
export const renderUnsure = (ctx: PageContext): Page => {
  const { triage } = ctx.bundle;
  const start = triage.questions.filter((question) => question.id === triage.start);
  const others = triage.questions.filter((question) => question.id !== triage.start);
  return renderPage(ctx, {
    path: 'unsure/',
    title: messages.unsureTitle,
    kind: 'unsure',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.unsureTitle)}</h1>
      <p class="sub">${say(ctx, messages.unsureSub)}</p>
      <div class="triage">${start.map((question) => renderQuestion(ctx, question, true))}${others.map((question) => renderQuestion(ctx, question, false))}</div>
      <p class="one-way"><a class="btn" href="${hrefTo(ctx, 'cases/')}">${say(ctx, messages.allCasesTitle)}</a></p>
      ${
        triage.sentences.length > 0 &&
        html`<section class="filterable" aria-labelledby="said"><h2 id="said">${say(ctx, messages.saidLike)}</h2>
        <ul class="rows said" data-filter="${say(ctx, messages.filterLabel)}">${triage.sentences.map((sentence) => {
          const landing = findCase(ctx, sentence.lands);
          return (
            landing &&
            html`<li><a href="${caseHref(ctx, landing)}">${ctx.lang === 'ja' ? html`「${sentence.say.ja}」` : html`“${sentence.say.en}”`}</a> <span>${say(ctx, landing.title)}</span></li>`
          );
        })}</ul></section>`
      }
      ${frames(ctx, '/unsure/')}`,
  });
};
