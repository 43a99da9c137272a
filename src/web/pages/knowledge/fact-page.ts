import { conditionOf, type FactDef, factsOf, lawAt, type Rule } from '../../../core/index.ts';
import { roleNames } from '../../messages.ts';
import { html, type Html } from '../html.ts';
import { renderPage } from '../layout.ts';
import { hrefTo, inOwnTongue, type Page, type PageContext, say, sayPhrases } from '../page.ts';
import { sourceList } from '../pieces.ts';
import { formHref } from './form-page.ts';
import { ruleLinks } from './rule-page.ts';
import { kinds, words } from './words.ts';

const readers = new WeakMap<object, ReadonlyMap<string, readonly Rule[]>>();

/** Which rules read a fact, by its id: in their conditions, their limits or as a start. Made once for a bundle. */
const readersOf = ({ bundle }: PageContext): ReadonlyMap<string, readonly Rule[]> => {
  const known = readers.get(bundle);
  if (known) return known;
  const found = new Map<string, Rule[]>();
  for (const rule of lawAt(bundle.base, '2999-12-31').rules) {
    const conds = [
      conditionOf(rule),
      ...rule.recipients.flatMap((r) => r.if ?? []),
      ...rule.stages.flatMap((s) => s.choices.flatMap((c) => c.if ?? [])),
    ];
    const facts = new Set([
      ...conds.flatMap((c) => [...factsOf(c)]),
      ...rule.stages.flatMap((s) => [s.filedBy ?? '', ...s.choices.map((c) => c.start)]),
    ]);
    for (const fact of facts) found.set(fact, [...(found.get(fact) ?? []), rule]);
  }
  readers.set(bundle, found);
  return found;
};

const row = (ctx: PageContext, name: { ja: string; en: string }, value: Html | string | null | undefined): Html | null =>
  value ? html`<div><dt>${say(ctx, name)}</dt><dd>${value}</dd></div>` : null;

/** One fact: the question with its meaning, the answers, who can give them, and which rules and forms read it. */
export const renderFact = (ctx: PageContext, def: FactDef): Page => {
  const rules = readersOf(ctx).get(def.id) ?? [];
  const forms = ctx.bundle.forms.filter((f) => f.fields.some((field) => field.facts?.includes(def.id)));
  return renderPage(ctx, {
    path: `knowledge/facts/${def.id}/`,
    title: def.question,
    kind: 'knowledge',
    main: html`
      <p class="crumb"><a href="${hrefTo(ctx, 'knowledge/')}">${say(ctx, words.title)}</a></p>
      <h1 class="ph">${sayPhrases(ctx, def.question)}</h1>
      ${def.help && html`<p>${say(ctx, def.help)}</p>`}
      ${def.judgement && html`<p>${say(ctx, words.judgement)}</p>`}
      ${def.profile && html`<p>${say(ctx, words.profile)}</p>`}
      <dl class="terms">
        ${row(ctx, words.kind, say(ctx, kinds[def.kind]))}
        ${row(ctx, words.answers, def.values && html`<ul>${def.values.map((v) => html`<li>${say(ctx, v.label)} <span class="soft">${v.id}</span></li>`)}</ul>`)}
        ${row(ctx, words.who, say(ctx, roleNames[def.who]))}
        ${row(ctx, words.law, def.cite && inOwnTongue(ctx, def.cite))}
        ${row(ctx, words.names, [def.id, ...(def.aliases ?? [])].join(', '))}
      </dl>
      ${rules.length > 0 && html`<section><h2>${say(ctx, words.usedBy)}</h2>${ruleLinks(ctx, rules)}</section>`}
      ${forms.length > 0 && html`<section><h2>${say(ctx, words.inForms)}</h2><ul class="see">${forms.map((f) => html`<li><a href="${formHref(ctx, f.id)}">${say(ctx, f.title)}</a></li>`)}</ul></section>`}
      ${def.source && sourceList(ctx, [def.source])}`,
  });
};
