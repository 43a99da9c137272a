import { html, type Html } from '../html.ts';
import { renderPage } from '../layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhrases } from '../page.ts';
import { casesInOrder } from '../references.ts';
import { factHref } from './condition-tree.ts';
import { renderFact } from './fact-page.ts';
import { formHref, renderForm } from './form-page.ts';
import { renderPlaybook } from './playbook-page.ts';
import { renderRule, ruleHref } from './rule-page.ts';
import { words } from './words.ts';

export const knowledgeTitle = words.title;

/**
 * A page about one piece of the knowledge. Nobody needs it while the network is cut, so a device does not keep these hundreds of
 * pages for that; it is there while the server is.
 */
export const isReference = (path: string): boolean => /^\/(?:ja|en)\/knowledge\/[a-z]+\/[^/]+\/$/.test(path);

const list = (ctx: PageContext, title: { ja: string; en: string }, links: readonly Html[]): Html => html`
  <section><h2>${say(ctx, title)} <span class="soft">${links.length}</span></h2><ul class="see">${links.map((l) => html`<li>${l}</li>`)}</ul></section>`;

const renderIndex = (ctx: PageContext): Page => {
  const { base, facts, forms } = ctx.bundle;
  const asked = facts.filter((d) => !d.reserved);
  return renderPage(ctx, {
    path: 'knowledge/',
    title: words.title,
    kind: 'knowledge',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, words.title)}</h1>
      <p>${say(ctx, words.lead)}</p>
      ${list(
        ctx,
        words.rules,
        base.rules.map((r) => html`<a href="${ruleHref(ctx, r.id)}">${say(ctx, r.label)}</a>`),
      )}
      ${list(
        ctx,
        words.playbooks,
        casesInOrder(ctx).map((p) => html`<a href="${hrefTo(ctx, `knowledge/playbooks/${p.id}/`)}">${say(ctx, p.title)}</a>`),
      )}
      ${list(
        ctx,
        words.forms,
        forms.map((f) => html`<a href="${formHref(ctx, f.id)}">${say(ctx, f.title)}</a>`),
      )}
      ${list(
        ctx,
        words.facts,
        asked.map((d) => html`<a href="${factHref(ctx, d.id)}">${say(ctx, d.question)}</a>`),
      )}
      <details><summary>${say(ctx, words.reserved)}<span> ${facts.length - asked.length}</span></summary>
        <ul>${facts.filter((d) => d.reserved).map((d) => html`<li>${say(ctx, d.question)} <span class="soft">${d.id}</span></li>`)}</ul></details>`,
  });
};

/** The index of the knowledge, and a page for each rule, playbook, form and fact that is asked. */
export const renderKnowledge = (ctx: PageContext): readonly Page[] => [
  renderIndex(ctx),
  ...ctx.bundle.base.rules.map((r) => renderRule(ctx, r)),
  ...ctx.bundle.playbooks.map((p) => renderPlaybook(ctx, p)),
  ...ctx.bundle.forms.map((f) => renderForm(ctx, f)),
  ...ctx.bundle.facts.filter((d) => !d.reserved).map((d) => renderFact(ctx, d)),
];
