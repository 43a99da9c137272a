import type { Cond, FactDef, Text } from '../../../core/index.ts';
import { html, type Html } from '../html.ts';
import { hrefTo, inOwnTongue, type PageContext, say } from '../page.ts';
import { words } from './words.ts';

type Test = Extract<Cond, { op: 'test' }>;

export const factHref = (ctx: PageContext, fact: string): string => hrefTo(ctx, `knowledge/facts/${fact}/`);

const factOf = (ctx: PageContext, fact: string): FactDef | undefined =>
  ctx.bundle.facts.find(({ id }) => id === fact) ?? ctx.bundle.facts.find(({ id }) => id === fact.split('.')[0]);

/** The question of a fact, as a link to its page. */
export const factLink = (ctx: PageContext, fact: string): Html => {
  const def = factOf(ctx, fact);
  if (!def) return html`${fact}`;
  return def.reserved ? html`${say(ctx, def.question)}` : html`<a href="${factHref(ctx, def.id)}">${say(ctx, def.question)}</a>`;
};

const bounds: Readonly<Record<'>' | '>=' | '<' | '<=', (n: string) => Text>> = {
  '>': (n) => ({ ja: `${n}より多い`, en: `more than ${n}` }),
  '>=': (n) => ({ ja: `${n}以上`, en: `${n} or more` }),
  '<': (n) => ({ ja: `${n}より少ない`, en: `less than ${n}` }),
  '<=': (n) => ({ ja: `${n}以下`, en: `${n} or less` }),
};

const wanted = ({ fact, rel, value }: Test, ctx: PageContext): Text => {
  const label = (id: string): Text => factOf(ctx, fact)?.values?.find((v) => v.id === id)?.label ?? { ja: id, en: id };
  if (rel === 'is') return value ? { ja: 'はい', en: 'yes' } : { ja: 'いいえ', en: 'no' };
  if (rel === 'has') return label(String(value));
  if (rel !== 'in') return bounds[rel](Number(value).toLocaleString('en-US'));
  const labels = (value as readonly string[]).map(label);
  return { ja: labels.map((l) => l.ja).join('、'), en: labels.map((l) => l.en).join(', ') };
};

const citing = (ctx: PageContext, cite: string | undefined): Html | null =>
  cite ? html` <span class="soft">${inOwnTongue(ctx, cite)}</span>` : null;

const heads = { all: words.all, any: words.any } as const;

/** A condition as nested lists: groups, exclusions, and for each leaf the question and the answer it looks for. */
export const conditionTree = (ctx: PageContext, cond: Cond): Html => {
  if (cond.op === 'test')
    return html`<li>${factLink(ctx, cond.fact)} → <b>${say(ctx, wanted(cond, ctx))}</b>${citing(ctx, cond.cite)}</li>`;
  if (cond.op === 'term') return html`<li>${cond.term}${citing(ctx, cond.cite)}</li>`;
  if (cond.op === 'not') {
    const head = cond.unless ? words.unless : words.not;
    return html`<li><b>${say(ctx, head)}</b>${citing(ctx, cond.cite)}<ul>${conditionTree(ctx, cond.of)}</ul></li>`;
  }
  const named = cond.label && html`<b>${say(ctx, cond.label)}</b>${ctx.lang === 'ja' ? '：' : ': '}`;
  if (cond.of.length === 1 && cond.of[0]) return html`<li>${named}${citing(ctx, cond.cite)}<ul>${conditionTree(ctx, cond.of[0])}</ul></li>`;
  return html`<li>${named}${say(ctx, heads[cond.op])}${citing(ctx, cond.cite)}<ul>${cond.of.map((kid) => conditionTree(ctx, kid))}</ul></li>`;
};
