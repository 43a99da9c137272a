import type { Question } from '../../core/index.ts';
import { messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhones, sayPhrases } from './page.ts';
import { frames, sourceList } from './pieces.ts';
import { resolve } from './references.ts';

const effects = [
  { id: 'for', name: messages.effectFor },
  { id: 'against', name: messages.effectAgainst },
  { id: 'note', name: messages.effectNote },
] as const;

const renderPoints = (ctx: PageContext, question: Question): readonly (Html | null)[] =>
  effects.map(({ id, name }) => {
    const points = question.points.filter((point) => point.effect === id);
    if (points.length === 0) return null;
    return html`<section class="points ${id}" aria-labelledby="for-${id}"><h2 id="for-${id}">${say(ctx, name)}</h2><ul class="rows">
      ${points.map((point) => html`<li id="${point.id}"><p>${sayPhones(ctx, point.text)}</p>${point.detail && html`<p class="soft">${sayPhones(ctx, point.detail)}</p>`}</li>`)}</ul></section>`;
  });

const renderDuties = (ctx: PageContext, question: Question): Html => {
  const rules = ctx.bundle.base.rules.filter((rule) => question.rules.includes(rule.id));
  return html`<section aria-labelledby="duties-t"><h2 id="duties-t">${say(ctx, messages.dutiesOfThis)}</h2>
    ${rules.length > 0 && html`<ul class="plain">${rules.map((rule) => html`<li>${say(ctx, rule.label)}</li>`)}</ul>`}
    <p><a class="btn main" href="${hrefTo(ctx, 'duties/')}">${say(ctx, messages.checkDuties)}</a></p></section>`;
};

const renderPlaces = (ctx: PageContext, question: Question): Html | null => {
  const places = question.directory.map((id) => resolve(ctx, id)).filter((place) => place !== undefined);
  if (places.length === 0) return null;
  return html`<section aria-labelledby="places-t"><h2 id="places-t">${say(ctx, messages.pagesOfThis)}</h2>
    <ul class="links">${places.map((place) => html`<li><a href="${place.href}">${say(ctx, place.label)}</a></li>`)}</ul></section>`;
};

/** One question about telling an authority: points for judging, never an oracle. */
export const renderQuestionPage = (ctx: PageContext, question: Question): Page =>
  renderPage(ctx, {
    path: `qa/${question.slug}/`,
    title: question.question,
    kind: 'qa',
    main: html`
      <p class="crumb"><a href="${hrefTo(ctx, 'qa/')}">${say(ctx, messages.qaTitle)}</a></p>
      <h1 class="ph">${sayPhrases(ctx, question.question)}</h1>
      <p class="sub">${say(ctx, question.short)}</p>
      <div class="now"><h2>${say(ctx, messages.doNow)}</h2><p>${sayPhones(ctx, question.doNow)}</p></div>
      ${renderPoints(ctx, question)}
      ${renderDuties(ctx, question)}
      ${renderPlaces(ctx, question)}
      <nav aria-labelledby="others-t"><h2 id="others-t">${say(ctx, messages.otherQuestions)}</h2>
        <ul class="links">${ctx.bundle.questions.filter((other) => other !== question).map((other) => html`<li><a href="${hrefTo(ctx, `qa/${other.slug}/`)}">${say(ctx, other.question)}</a></li>`)}</ul></nav>
      ${frames(ctx, `/qa/${question.slug}/`)}
      ${sourceList(ctx, question.sources)}`,
  });

export const renderQuestionIndex = (ctx: PageContext): Page =>
  renderPage(ctx, {
    path: 'qa/',
    title: messages.qaTitle,
    kind: 'qa',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, messages.qaTitle)}</h1>
      ${frames(ctx, '/qa/', 'first')}
      <ul class="cases">${ctx.bundle.questions.map(
        (question) =>
          html`<li><a class="card" href="${hrefTo(ctx, `qa/${question.slug}/`)}"><span><strong class="ph">${sayPhrases(ctx, question.question)}</strong> <span>${say(ctx, question.short)}</span></span></a></li>`,
      )}</ul>
      <p class="next"><a class="btn main" href="${hrefTo(ctx, 'duties/')}">${say(ctx, messages.checkDuties)}</a></p>
      ${frames(ctx, '/qa/', 'rest')}`,
  });
