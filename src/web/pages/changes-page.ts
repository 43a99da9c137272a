import type { LawChange, PendingChange, Text } from '../../core/index.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayDate, sayPhrases } from './page.ts';
import { sourceList } from './pieces.ts';

const words = {
  title: { ja: '法律の変わり目', en: 'Changes of the law' },
  lead: {
    ja: '何が、いつから変わり、どの答えが動くかです。答えは、事故に気づいた日の法律で出します。',
    en: 'What changed, since when, and which answers move. Answers follow the law of the day on which the incident was noticed.',
  },
  coming: { ja: 'これから（決まっているが、まだ始まっていない）', en: 'To come (enacted, not yet in force)' },
  past: { ja: 'これまで', en: 'So far' },
  moves: { ja: '動く答え', en: 'Answers that move' },
  touches: { ja: '関わる定め', en: 'Rules it bears on' },
  none: { ja: '答えは変わりません。', en: 'No answer changes.' },
  open: { ja: '始まる日はこれから決まる', en: 'Day not fixed yet' },
  atLatest: { ja: '遅くとも', en: 'at the latest' },
} as const;

export const changesTitle: Text = words.title;

const ruleNames = (ctx: PageContext, ids: readonly string[]): string =>
  ids
    .map((id) => {
      const rule = ctx.bundle.base.rules.find((r) => r.id === id);
      return rule ? say(ctx, rule.label) : id;
    })
    .join(ctx.lang === 'ja' ? '、' : '; ');

const pastOne = (ctx: PageContext, { id, from, label, what, moves, sources }: LawChange): Html => html`
  <li class="entry" id="${id}">
    <p class="theme">${sayDate(ctx, from)}</p>
    <h3>${sayPhrases(ctx, label)}</h3>
    <p>${say(ctx, what)}</p>
    ${
      moves.length === 0
        ? html`<p>${say(ctx, words.none)}</p>`
        : html`<dl>${moves.map((m) => html`<div><dt>${say(ctx, words.moves)}</dt><dd>${ruleNames(ctx, m.rules)}<br>${say(ctx, m.how)}</dd></div>`)}</dl>`
    }
    ${sourceList(ctx, sources, `${id}-sources`)}
  </li>`;

const begins = (ctx: PageContext, { from, latest }: PendingChange): string => {
  if (from) return sayDate(ctx, from);
  return latest
    ? `${say(ctx, words.open)}${ctx.lang === 'ja' ? '・' : ', '}${say(ctx, words.atLatest)} ${sayDate(ctx, latest)}`
    : say(ctx, words.open);
};

const comingOne = (ctx: PageContext, change: PendingChange): Html => html`
  <li class="entry" id="${change.id}">
    <p class="theme">${begins(ctx, change)}</p>
    <h3>${sayPhrases(ctx, change.label)}</h3>
    <p>${say(ctx, change.effect)}</p>
    <dl><div><dt>${say(ctx, words.touches)}</dt><dd>${ruleNames(ctx, change.touches)}</dd></div></dl>
    ${sourceList(ctx, change.sources, `${change.id}-sources`)}
  </li>`;

/** What is enacted and to come, then what has changed, newest first, each with the answers that move. */
export const renderChanges = (ctx: PageContext): Page => {
  const past = [...ctx.bundle.changes].sort((a, b) => (a.from < b.from ? 1 : -1));
  return renderPage(ctx, {
    path: 'about/changes/',
    title: words.title,
    kind: 'list',
    main: html`
      <h1 class="ph">${sayPhrases(ctx, words.title)}</h1>
      <p>${say(ctx, words.lead)}</p>
      <section><h2>${say(ctx, words.coming)}</h2><ul class="entries">${ctx.bundle.base.pending.map((c) => comingOne(ctx, c))}</ul></section>
      <section><h2>${say(ctx, words.past)}</h2><ul class="entries">${past.map((c) => pastOne(ctx, c))}</ul></section>
      <p class="crumb"><a href="${hrefTo(ctx, 'about/')}">${ctx.lang === 'ja' ? 'この製品について' : 'About'}</a></p>`,
  });
};
