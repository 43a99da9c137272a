import { type Form, type FormField, truthOf } from '../../../core/index.ts';
import { roleNames } from '../../messages.ts';
import { html, type Html } from '../html.ts';
import { renderPage } from '../layout.ts';
import { hrefTo, inOwnTongue, type Page, type PageContext, say, sayPhrases } from '../page.ts';
import { sourceList } from '../pieces.ts';
import { factLink } from './condition-tree.ts';
import { ruleLinks } from './rule-page.ts';
import { formKinds, originNames, words } from './words.ts';

export const formHref = (ctx: PageContext, id: string): string => hrefTo(ctx, `knowledge/forms/${id}/`);

const unconfirmed = { ja: '要確認', en: 'to be confirmed' };

/** Where the words come from: the card, the record, the answers below; else somebody writes them. */
const origins = (ctx: PageContext, { from = [], facts = [], options }: FormField): Html => html`
  ${from.length > 0 && html`<br><span class="soft">${say(ctx, words.from)} ${from.map((o) => say(ctx, originNames[o])).join(ctx.lang === 'ja' ? '、' : ', ')}</span>`}
  ${from.length === 0 && facts.length === 0 && !options && html`<br><span class="soft">${say(ctx, words.from)} ${say(ctx, words.byHand)}</span>`}
  ${facts.length > 0 && html`<ul>${facts.map((f) => html`<li>${factLink(ctx, f)}</li>`)}</ul>`}
  ${options && html`<details><summary>${say(ctx, words.choices)} <span class="soft">${options.length}</span></summary><ul>${options.map((o) => html`<li>${say(ctx, o.label)}</li>`)}</ul></details>`}`;

const field = (ctx: PageContext, asked: FormField): Html => {
  const { label, help, cite, grade, who, mayWait, required, locked, limit } = asked;
  return html`
  <li><b>${say(ctx, label)}</b> <span class="soft">${inOwnTongue(ctx, cite)}</span>
    ${(required || locked) && html` <span class="badge">${say(ctx, words.required)}</span>`}
    ${truthOf(grade) === 'not-read' && html` <span class="badge">${say(ctx, unconfirmed)}</span>`}
    ${mayWait && mayWait.length > 0 && html` <span class="badge">${say(ctx, words.mayWait)}</span>`}
    ${help && html`<br>${say(ctx, help)}`}
    ${limit && html`<br><span class="soft">${limit.characters} ${say(ctx, words.limit)}</span>`}
    <br><span class="soft">${say(ctx, words.who)} ${say(ctx, roleNames[who])}</span>
    ${origins(ctx, asked)}</li>`;
};

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
      <p class="soft">${form.id} ${say(ctx, formKinds[form.kind])} ${inOwnTongue(ctx, form.cite)}</p>
      ${form.lang !== undefined && form.lang !== ctx.lang && html`<p class="advice" role="note">${say(ctx, words.aid)}</p>`}
      ${form.stages && html`<p class="soft">${say(ctx, words.parts)} ${form.stages.map((s) => say(ctx, s.label)).join(ctx.lang === 'ja' ? '・' : ', ')}</p>`}
      ${meets.length > 0 && html`<section><h2>${say(ctx, words.meets)}</h2>${ruleLinks(ctx, meets)}</section>`}
      ${usable.length > 0 && html`<section><h2>${say(ctx, words.usable)}</h2>${ruleLinks(ctx, usable)}</section>`}
      ${(form.notes ?? []).map((n) => html`<p>${say(ctx, n)}</p>`)}
      ${form.sections.map((s) => html`<section><h2>${say(ctx, s.label)}</h2><ul class="tree">${form.fields.filter((f) => f.section === s.id).map((f) => field(ctx, f))}</ul></section>`)}
      ${
        form.texts &&
        html`<section><h2>${say(ctx, words.texts)}</h2>${form.texts.map(
          (t) =>
            html`<details><summary>${say(ctx, t.label)}</summary>${say(ctx, t.text)
              .split('\n')
              .map((line) => html`<p>${line}</p>`)}</details>`,
        )}</section>`
      }
      ${sourceList(ctx, form.sources)}`,
  });
};
