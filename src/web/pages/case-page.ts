import type { Disagreement, Phase, PhaseId, Playbook, Text } from '../../core/index.ts';
import { messages, phaseNames } from '../messages.ts';
import { ownNumbers, ownNumbersScript } from './own-numbers.ts';
import { renderPhaseSteps, stepsOf } from './case-steps.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { hrefTo, type Page, type PageContext, say, sayPhones, sayPhrases } from './page.ts';
import { frames, ladderTable, sourceList } from './pieces.ts';
import { resolve } from './references.ts';

const phaseTitle = (ctx: PageContext, id: PhaseId): Text => ctx.bundle.flow.find((box) => box.id === id)?.name ?? phaseNames[id];

const phaseFoot = (ctx: PageContext, id: PhaseId): Html =>
  html`<p class="toflow"><a href="${hrefTo(ctx, `flow/#${id}`)}">${say(ctx, messages.inFlow)}<span class="vh"> ${say(ctx, phaseTitle(ctx, id))}</span></a></p>`;

/** The first hour lies open; later phases open on demand, so that the page stays calm. */
const renderPhase = (ctx: PageContext, phase: Phase, stepById: Parameters<typeof renderPhaseSteps>[2]): Html => {
  const body = html`${renderPhaseSteps(ctx, phase, stepById)}${phaseFoot(ctx, phase.id)}`;
  const title = sayPhrases(ctx, phaseTitle(ctx, phase.id));
  if (phase.id === 'H1')
    return html`<section class="phase" id="H1" aria-labelledby="H1-t"><h2 class="ph" id="H1-t">${title}</h2>${body}</section>`;
  return html`<details class="phase" id="${phase.id}"><summary><h2 class="ph">${title}</h2><span>${phase.steps.length} ${say(ctx, messages.stepsCount)}</span></summary>${body}</details>`;
};

const renderContact = (ctx: PageContext, contact: Playbook['contacts'][number]): Html | null => {
  const entry = ctx.bundle.directory.find((candidate) => candidate.id === contact.to);
  const to = resolve(ctx, contact.to);
  if (!to) return null;
  const own = ctx.ownContacts.find((candidate) => candidate.id === contact.to);
  if (!entry)
    return html`<li><strong>${say(ctx, to.label)}</strong><p>${say(ctx, contact.when)}</p>${own && html`<p class="soft">${sayPhones(ctx, own.hint)}</p>`}</li>`;
  return html`<li><strong><a href="${to.href}">${say(ctx, entry.title)}</a></strong> <span class="soft">${say(ctx, entry.org)}</span>
    <p>${say(ctx, contact.when)}</p><p class="soft">${sayPhones(ctx, entry.channel)}${entry.hours && html` <span>${say(ctx, entry.hours)}</span>`}</p></li>`;
};

const renderContacts = (ctx: PageContext, playbook: Playbook): Html => html`
  <section id="contacts" aria-labelledby="contacts-t" tabindex="-1"><h2 id="contacts-t">${say(ctx, messages.contacts)}</h2>
    ${ownNumbers(ctx)}
    <ul class="rows">${playbook.contacts.map((contact) => renderContact(ctx, contact))}</ul></section>`;

const renderEvidence = (ctx: PageContext, playbook: Playbook): Html | null =>
  playbook.evidence.length === 0
    ? null
    : html`<section id="evidence" aria-labelledby="evidence-t"><h2 id="evidence-t">${say(ctx, messages.evidence)}</h2>
      <p class="sub">${say(ctx, messages.evidenceLead)}</p>
      <ol class="rows count">${playbook.evidence.map((item) => html`<li><strong>${say(ctx, item.what)}</strong><p class="soft"><b>${say(ctx, messages.lostWhen)}<span class="vh">${ctx.lang === 'ja' ? '：' : ':'}</span></b> ${say(ctx, item.lostWhen)}</p></li>`)}</ol></section>`;

const renderBlocks = (ctx: PageContext, playbook: Playbook): Html | null => {
  const found = playbook.blocks.map((id) => ({ id, to: resolve(ctx, id) })).filter((item) => item.to !== undefined);
  if (found.length === 0) return null;
  return html`<section id="blocks" aria-labelledby="blocks-t"><h2 id="blocks-t">${say(ctx, messages.usedBlocks)}</h2>
    <ul class="links">${found.map(({ id, to }) => to && html`<li><a href="${to.href}"><span class="badge">${id}</span> ${say(ctx, to.label)}</a></li>`)}</ul></section>`;
};

type Parted = Pick<Disagreement, 'question' | 'positions' | 'safest'>;

const renderParted = (ctx: PageContext, { positions, safest }: Parted): Html => html`<p>${say(ctx, positions)}</p>
  <p class="safe"><b>${say(ctx, messages.safest)}<span class="vh">${ctx.lang === 'ja' ? '：' : ':'}</span></b> ${say(ctx, safest)}</p>`;

/** Its own disagreement lies open, those it shares with other cases are a touch away. */
const renderDisagreements = (ctx: PageContext, playbook: Playbook): Html | null => {
  const own = playbook.disagreement;
  const shared = ctx.bundle.disagreements.filter((d) => d.in.includes(playbook.id));
  if (!own && shared.length === 0) return null;
  return html`<section id="disagreement" aria-labelledby="disagreement-t"><h2 id="disagreement-t">${say(ctx, messages.disagreement)}</h2>
    ${own && html`<p><strong>${say(ctx, own.question)}</strong></p>${renderParted(ctx, own)}`}
    ${shared.map((d) => html`<details class="more" id="d-${d.id}"><summary>${say(ctx, d.question)}</summary>${renderParted(ctx, d)}${sourceList(ctx, d.sources, `d-${d.id}-s`)}</details>`)}</section>`;
};

const renderRest = (ctx: PageContext, playbook: Playbook, later: readonly Phase[]): Html => {
  const item = (id: string, name: Text): Html => html`<li><a href="#${id}">${say(ctx, name)}</a></li>`;
  return html`<nav class="rest" aria-labelledby="rest"><h2 id="rest">${say(ctx, messages.rest)}</h2><ul>
    ${later.map((phase) => item(phase.id, phaseTitle(ctx, phase.id)))}
    ${playbook.blocks.includes('CB-6') && item('ladder', messages.ladder)}
    ${item('contacts', messages.contacts)}
    ${playbook.evidence.length > 0 && item('evidence', messages.evidence)}
    <li><a href="${hrefTo(ctx, `duties/#case=${playbook.slug}`)}">${say(ctx, messages.checkDuties)}</a></li></ul></nav>`;
};

/** Without script the second action leads to the duties; with it, it begins the record. */
const thumb = (ctx: PageContext, playbook: Playbook): Html => html`
  <div class="thumb" data-call="${say(ctx, messages.callIt)}"><a class="btn" href="#contacts">${say(ctx, messages.call)}</a>
  <a class="btn main" href="${hrefTo(ctx, `duties/#case=${playbook.slug}`)}">${say(ctx, messages.checkDuties)}</a></div>`;

/** The first moves of one case: five minutes at once, then the rest of the playbook, all in one page. */
export const renderCase = (ctx: PageContext, playbook: Playbook): Page => {
  const stepById = new Map(playbook.phases.flatMap(stepsOf).map((step) => [step.id, step] as const));
  const [first] = playbook.phases.filter((phase) => phase.id === 'T5');
  const later = playbook.phases.filter((phase) => phase.id !== 'T5');
  return renderPage(ctx, {
    path: `cases/${playbook.slug}/`,
    title: playbook.title,
    kind: 'case',
    head: ownNumbersScript(ctx),
    data: { case: playbook.slug, playbook: playbook.id, bundle: ctx.bundle.hash, facts: JSON.stringify(playbook.facts) },
    main: html`
      <div class="clock" id="clock"><span>${say(ctx, messages.noteTime)}</span></div>
      <div class="sheet">
        <div class="moves">
          <h1 class="ph">${sayPhrases(ctx, playbook.title)}</h1>
          ${first && html`<section id="T5" aria-labelledby="T5-t"><h2 class="sub" id="T5-t">${say(ctx, messages.firstFive)}</h2>${renderPhaseSteps(ctx, first, stepById)}${phaseFoot(ctx, 'T5')}</section>`}
        </div>
        <div class="side">${renderRest(ctx, playbook, later)}${thumb(ctx, playbook)}</div>
        <div class="below">
          ${later.map((phase) => renderPhase(ctx, phase, stepById))}
          ${playbook.blocks.includes('CB-6') && html`<section id="ladder" aria-labelledby="ladder-t"><h2 id="ladder-t">${say(ctx, messages.ladder)}</h2>${ladderTable(ctx, ctx.bundle.ladder)}</section>`}
          ${renderContacts(ctx, playbook)}
          ${renderEvidence(ctx, playbook)}
          ${renderBlocks(ctx, playbook)}
          ${playbook.signs.length > 0 && html`<section id="signs" aria-labelledby="signs-t"><h2 id="signs-t">${say(ctx, messages.signs)}</h2><ul class="plain">${playbook.signs.map((sign) => html`<li>${say(ctx, sign)}</li>`)}</ul></section>`}
          ${renderDisagreements(ctx, playbook)}
          ${frames(ctx, '/cases/')}
          ${sourceList(ctx, playbook.sources)}
        </div>
      </div>`,
  });
};
