import { type Facts, lawAt, type Rule, sayKnown, truthOf } from '../../../core/index.ts';
import { levelNames } from '../../messages.ts';
import { html, type Html, type Part } from '../html.ts';
import { renderPage } from '../layout.ts';
import { hrefTo, inOwnTongue, type Page, type PageContext, say, sayDate, sayPhrases, type WorkedExample } from '../page.ts';
import { sourceList } from '../pieces.ts';
import { sayConvention } from '../say-convention.ts';
import { conditionTree, factLink } from './condition-tree.ts';
import { verdicts, words } from './words.ts';

const far = '2999-12-31';

/** The rule with its terms in their places: as it stands, or as it stood if it has ended. */
const settled = (ctx: PageContext, rule: Rule): Rule =>
  lawAt(ctx.bundle.base, rule.until === undefined ? far : rule.from).rules.find((r) => r.id === rule.id) ?? rule;

export const ruleHref = (ctx: PageContext, id: string): string => hrefTo(ctx, `knowledge/rules/${id}/`);

export const ruleLinks = (ctx: PageContext, rules: readonly Rule[]): Html => html`
  <ul class="see">${rules.map((r) => html`<li><a href="${ruleHref(ctx, r.id)}">${say(ctx, r.label)}</a></li>`)}</ul>`;

const part = (ctx: PageContext, title: { ja: string; en: string }, body: Part): Html =>
  html`<section><h2>${say(ctx, title)}</h2>${body}</section>`;

const colon = (ctx: PageContext): string => (ctx.lang === 'ja' ? '：' : ': ');

const receives = (ctx: PageContext, rule: Rule): Html => {
  const name = (id: string): string => {
    const found = ctx.bundle.recipients.find((r) => r.id === id);
    return found ? say(ctx, found.label) : id;
  };
  const delegation = ctx.bundle.delegations.find((d) => d.rules.includes(rule.id));
  const named = rule.recipients.map((r) => r.to).concat(delegation?.trades.map((t) => t.to) ?? []);
  const lists = ctx.bundle.offices.filter((o) => o.of.some((id) => named.includes(id)));
  return html`<ul class="tree">
    ${rule.recipients.map((r) => html`<li><b>${name(r.to)}</b>${colon(ctx)}${say(ctx, r.why)}${r.if && html`<ul>${conditionTree(ctx, r.if)}</ul>`}</li>`)}
    ${delegation?.trades.map((t) => html`<li>${say(ctx, t.label)} → <b>${name(t.to)}</b>${colon(ctx)}${say(ctx, t.why)}</li>`)}
    ${delegation && html`<li>${say(ctx, delegation.kept.why)}</li><li>${say(ctx, delegation.check.text)}</li>`}
    ${lists.map((o) => html`<li><a href="${hrefTo(ctx, `lists/places/#${o.id}`)}">${say(ctx, words.byOffice)}${colon(ctx)}${say(ctx, o.label)}</a></li>`)}
  </ul>
  ${delegation && sourceList(ctx, [delegation.check.source, delegation.kept.source, ...delegation.trades.map((t) => t.source)], 'delegation')}`;
};

const unconfirmed = { ja: '要確認', en: 'to be confirmed' };

const stages = (ctx: PageContext, rule: Rule): Html =>
  html`<ul class="tree">${rule.stages.map(
    (s) =>
      html`<li><b>${say(ctx, s.label)}</b><ul>${s.choices.map(
        (c) => html`<li>${sayConvention(c.convention, ctx.lang)}
      ${truthOf(c.grade) === 'not-read' && html` <span class="badge">${say(ctx, unconfirmed)}</span>`}
      <span class="soft">${inOwnTongue(ctx, c.cite)}</span>${c.if && html`<ul>${conditionTree(ctx, c.if)}</ul>`}</li>`,
      )}</ul></li>`,
  )}</ul>`;

/** Facts of an example, one question and answer a line. */
export const factLines = (ctx: PageContext, facts: Facts): Html =>
  html`<ul>${Object.entries(facts).map(([fact, known]) => {
    const def = ctx.bundle.facts.find(({ id }) => id === fact);
    return html`<li>${factLink(ctx, fact)} → <b>${say(ctx, sayKnown(known, def))}</b></li>`;
  })}</ul>`;

const example = (ctx: PageContext, rule: Rule, { name, facts, expect }: WorkedExample): Html => {
  const { applies, presumed, stages: dates } = expect[rule.id] ?? { applies: 'unknown' as const, stages: {} };
  const dated = Object.entries(dates).flatMap(([id, date]) => {
    const stage = rule.stages.find((s) => s.id === id);
    return date && stage ? [`${say(ctx, stage.label)} ${sayDate(ctx, date.slice(0, 10))}`] : [];
  });
  return html`<details><summary>${inOwnTongue(ctx, name)}<span> ${say(ctx, verdicts[presumed ? 'presumed' : applies])}</span></summary>
    ${dated.length > 0 && html`<p>${dated.join(ctx.lang === 'ja' ? '・' : ', ')}</p>`}${factLines(ctx, facts)}</details>`;
};

const changed = (ctx: PageContext, rule: Rule): Html | null => {
  const found = [
    ...ctx.bundle.changes.filter((c) => c.moves.some((m) => m.rules.includes(rule.id))),
    ...ctx.bundle.base.pending.filter((p) => p.touches.includes(rule.id)),
  ];
  return found.length === 0
    ? null
    : part(
        ctx,
        words.changes,
        html`<ul class="see">${found.map((c) => html`<li><a href="${hrefTo(ctx, `about/changes/#${c.id}`)}">${c.from ? `${sayDate(ctx, c.from)} ` : ''}${say(ctx, c.label)}</a></li>`)}</ul>`,
      );
};

/** One rule whole: who receives, when it is needed as a ladder of conditions, by when, how, what is not sure, examples, sources. */
export const renderRule = (ctx: PageContext, written: Rule): Page => {
  const rule = settled(ctx, written);
  const into = ctx.bundle.base.rules.find((r) => r.id === rule.mergedInto);
  const examples = ctx.examples.filter((e) => Object.hasOwn(e.expect, rule.id));
  return renderPage(ctx, {
    path: `knowledge/rules/${rule.id}/`,
    title: rule.label,
    kind: 'knowledge',
    main: html`
      <p class="crumb"><a href="${hrefTo(ctx, 'knowledge/')}">${say(ctx, words.title)}</a></p>
      <h1 class="ph">${sayPhrases(ctx, rule.label)}</h1>
      <p>${say(ctx, levelNames[rule.level])} <span class="soft">${inOwnTongue(ctx, rule.cite)}</span></p>
      <p class="soft">${rule.id}${colon(ctx)}${rule.from === '2000-01-01' ? '' : `${say(ctx, words.inForce)} ${sayDate(ctx, rule.from)} –`}${rule.until ? ` ${sayDate(ctx, rule.until)}` : ''}</p>
      ${into && html`<p>${say(ctx, words.sameFiling)}${colon(ctx)}<a href="${ruleHref(ctx, into.id)}">${say(ctx, into.label)}</a></p>`}
      ${part(ctx, words.receives, receives(ctx, rule))}
      ${part(ctx, words.when, html`<ul class="tree">${conditionTree(ctx, rule.when)}</ul>`)}
      ${rule.unless && part(ctx, words.unless, html`<ul class="tree">${conditionTree(ctx, rule.unless)}</ul>`)}
      ${part(ctx, words.stages, stages(ctx, rule))}
      ${part(ctx, words.how, html`<p>${say(ctx, rule.how)}</p>`)}
      ${rule.caveats.length > 0 && part(ctx, words.notSure, html`<ul class="tree">${rule.caveats.map((c) => html`<li>${say(ctx, c)}</li>`)}</ul>`)}
      ${changed(ctx, rule)}
      ${part(
        ctx,
        words.examples,
        examples.map((e) => example(ctx, rule, e)),
      )}
      <p><a href="${hrefTo(ctx, 'duties/')}">${say(ctx, words.check)}</a></p>
      ${sourceList(ctx, rule.sources)}`,
  });
};
