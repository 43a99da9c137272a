import { type Grade, type Rung, type Source, type Text, truthOf } from '../../core/index.ts';
import { gradeNotes, messages, truthNames } from '../messages.ts';
import { html, type Html } from './html.ts';
import { inOwnTongue, type PageContext, say, sayDate, sayPhones } from './page.ts';
import { resolve } from './references.ts';

/** A do-not: the sign carries the word for those who do not see it; the text is the sentence alone. */
export const doNots = (ctx: PageContext, texts: readonly Text[]): Html | null =>
  texts.length === 0
    ? null
    : html`<ul class="dont">${texts.map((text) => html`<li><span class="x" role="img" aria-label="${say(ctx, messages.doNot)}"></span>${say(ctx, text)}</li>`)}</ul>`;

/** Links to blocks, cases and addresses; references this build does not hold are left out. */
export const seeLinks = (ctx: PageContext, refs: readonly string[] | undefined): Html | null => {
  const found = (refs ?? []).map((ref) => resolve(ctx, ref)).filter((target) => target !== undefined);
  if (found.length === 0) return null;
  return html`<ul class="see" aria-label="${say(ctx, messages.see)}">${found.map((to) => html`<li><a href="${to.href}">${say(ctx, to.label)}</a></li>`)}</ul>`;
};

/** How far a statement was confirmed, said as it is: never a date of checking that did not happen. */
export const sayTruth = (ctx: PageContext, grade: Grade, source: Source): Html => {
  const ja = ctx.lang === 'ja';
  const truth = truthOf(grade);
  const note = gradeNotes[grade];
  const confirmed = say(ctx, truthNames[truth]) + (note ? (ja ? `（${say(ctx, note)}）` : ` (${say(ctx, note)})`) : '');
  const read = source.readOn && `${say(ctx, messages.readOn)} ${sayDate(ctx, source.readOn)}`;
  const live = source.checked
    ? `${say(ctx, messages.opened)} ${sayDate(ctx, source.checked.on)} ${source.checked.by}`
    : say(ctx, messages.neverOpened);
  const said = [confirmed, read, live].filter(Boolean).join(ja ? '。' : '; ');
  return html`<span class="truth ${truth}">${say(ctx, messages.truth)}${ja ? '：' : ': '}${said}</span>`;
};

const sourceLine = (ctx: PageContext, source: Source): Html => html`
  <li>${source.url ? html`<a href="${source.url}" rel="noreferrer">${inOwnTongue(ctx, source.text)}</a>` : inOwnTongue(ctx, source.text)}
  ${source.edition && html` <span>${inOwnTongue(ctx, source.edition)}</span>`}<br>${sayTruth(ctx, source.grade, source)}</li>`;

export const sourceList = (ctx: PageContext, sources: readonly Source[], id = 'sources'): Html | null =>
  sources.length === 0
    ? null
    : html`<details class="sources" id="${id}"><summary>${say(ctx, messages.sources)}<span> ${sources.length}</span></summary>
      <ul>${sources.map((source) => sourceLine(ctx, source))}</ul></details>`;

/**
 * A table that becomes a stack of rows on a phone. Roles are written out because a table that CSS lays out
 * otherwise loses them.
 */
export const stackTable = (
  ctx: PageContext,
  caption: string,
  head: readonly Text[],
  rows: readonly (readonly Text[])[],
  badges?: readonly string[],
): Html => html`
  <table class="stack" role="table"><caption>${caption}</caption>
  <thead role="rowgroup"><tr role="row">${head.map((cell) => html`<th role="columnheader" scope="col">${say(ctx, cell)}</th>`)}</tr></thead>
  <tbody role="rowgroup">${rows.map(
    (row, r) =>
      html`<tr role="row">${row.map((cell, i) =>
        i === 0
          ? html`<th role="rowheader" scope="row">${badges?.[r] && html`<span class="badge">${badges[r]}</span> `}${say(ctx, cell)}</th>`
          : html`<td role="cell"${head[i] && html` data-l="${say(ctx, head[i])}"`}>${sayPhones(ctx, cell)}</td>`,
      )}</tr>`,
  )}</tbody></table>`;

/** CB-6, the only ladder of the house. */
export const ladderTable = (ctx: PageContext, ladder: readonly Rung[]): Html =>
  stackTable(
    ctx,
    say(ctx, messages.ladder),
    [messages.rung, messages.when, messages.breaks, messages.who],
    ladder.map((rung) => [rung.name, rung.when, rung.breaks, rung.who]),
    ladder.map((rung) => rung.id),
  );

/** The seed's words that stand on a page: the first leads it, the rest close it, unless a page takes all at once. */
export const frames = (ctx: PageContext, page: string, part: 'all' | 'first' | 'rest' = 'all'): Html | null => {
  const all = ctx.bundle.frames.filter((frame) => frame.page === page);
  const found = part === 'all' ? all : part === 'first' ? all.slice(0, 1) : all.slice(1);
  return found.length === 0
    ? null
    : html`<div class="frames">${found.map((frame) => html`<p id="${frame.id}">${sayPhones(ctx, frame.text)}</p>`)}</div>`;
};
