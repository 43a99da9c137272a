import { type Form, type FormField, truthOf } from '../../../core/index.ts';
import { roleNames } from '../../messages.ts';
import { html, type Html } from '../html.ts';
import { renderPage } from '../layout.ts';
import { hrefTo, inOwnTongue, type Page, type PageContext, say, sayPhrases } from '../page.ts';
import { sourceList } from '../pieces.ts';
import { factLink } from './condition-tree.ts';
import { ruleLinks } from './rule-page.ts';
import { words } from './words.ts';

export const formHref = (ctx: PageContext, id: string): string => hrefTo(ctx, `knowledge/forms/${id}/`);

const unconfirmed = { ja: '要確認', en: 'to be confirmed' };

const field = (ctx: PageContext, { label, help, cite, grade, who, facts, mayWait }: FormField): Html => html`
  <li><b>${say(ctx, label)}</b> <span class="soft">${inOwnTongue(ctx, cite)}</span>
    ${truthOf(grade) === 'not-read' && html` <span class="badge">${say(ctx, unconfirmed)}</span>`}
    ${mayWait && mayWait.length > 0 && html` <span class="badge">${say(ctx, words.mayWait)}</span>`}
    ${help && html`<br>${say(ctx, help)}`}
    <br><span class="soft">${say(ctx, words.who)} ${say(ctx, roleNames[who])}</span>
    ${facts && html`<ul>${facts.map((f) => html`<li>${factLink(ctx, f)}</li>`)}</ul>`}</li>`;

const rulesOf = (ctx: PageContext, ids: readonly string[] | undefined) => ctx.bundle.base.rules.filter((r) => ids?.includes(r.id));

/** One form as data: what each field asks, where the words come from, who can answer, what may wait. */
export const renderForm = (ctx: PageContext, form: Form): Page => {
  const [meets, usable] = [rulesOf(ctx, form.obligations), rulesOf(ctx, form.usableFor)];
  return renderPage(ctx, {
    path: `knowledge/forms/${form.id}/`,
    title: form.title,
    kind: 'knowledge',
    main: html`
      <p class="crumb"><a href="${hrefTo(ctx, 'knowledge/')}">${say(ctx, words.title)}</a></p>
      <h1 class="ph">${sayPhrases(ctx, form.title)}</h1>
      <p class="soft">${form.id} ${inOwnTongue(ctx, form.cite)}</p>
      ${meets.length > 0 && html`<section><h2>${say(ctx, words.meets)}</h2>${ruleLinks(ctx, meets)}</section>`}
      ${usable.length > 0 && html`<section><h2>${say(ctx, words.usable)}</h2>${ruleLinks(ctx, usable)}</section>`}
      ${(form.notes ?? []).map((n) => html`<p>${say(ctx, n)}</p>`)}
      ${form.sections.map((s) => html`<section><h2>${say(ctx, s.label)}</h2><ul class="tree">${form.fields.filter((f) => f.section === s.id).map((f) => field(ctx, f))}</ul></section>`)}
      ${sourceList(ctx, form.sources)}`,
  });
};
