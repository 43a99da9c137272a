import type { AnswerId, Branch, BranchAnswer, Phase, Step } from '../../core/index.ts';
import { messages, roleNames } from '../messages.ts';
import { html, type Html } from './html.ts';
import { type PageContext, say, sayPhones, sayPhrases } from './page.ts';
import { doNots, seeLinks } from './pieces.ts';

const renderMore = (ctx: PageContext, step: Step): Html | null => {
  const see = seeLinks(ctx, step.see);
  if (!see && !step.more?.length) return null;
  return html`<details class="more"><summary>${say(ctx, messages.more)}</summary>
    ${step.more?.length && html`<ul>${step.more.map((line) => html`<li>${sayPhones(ctx, line)}</li>`)}</ul>`}${see}</details>`;
};

/**
 * One step. The number is drawn by the stylesheet, so that steps an answer adds or takes away renumber the rest
 * and the heading stays the sentence alone. 「できない」 opens without script; the module adds 「できた」 beside it.
 */
const renderStep = (ctx: PageContext, step: Step): Html => html`
  <li class="step" id="${step.id}">
    <h3 class="ph">${sayPhrases(ctx, step.do)}</h3>
    <p class="why">${say(ctx, step.why)} <span class="who"><span class="vh">${say(ctx, messages.doneBy)}</span>${say(ctx, roleNames[step.role])}</span></p>
    ${doNots(ctx, step.dont)}
    <div class="acts"><details class="cannot"><summary>${say(ctx, messages.cannot)}</summary><p>${sayPhones(ctx, step.cannot)}</p></details>${renderMore(ctx, step)}</div>
  </li>`;

const answerIds: readonly AnswerId[] = ['yes', 'no', 'unknown'];

const renderAnswer = (ctx: PageContext, branch: Branch, id: AnswerId, answer: BranchAnswer, stepById: ReadonlyMap<string, Step>): Html => {
  const dropped = (answer.drops ?? []).map((drop) => stepById.get(drop)).filter((step) => step !== undefined);
  return html`
    <details class="ans ${id}" name="${branch.id}" id="${branch.id}-${id}" data-answer="${id}"${answer.drops?.length && html` data-drops="${answer.drops.join(' ')}"`}>
      <summary><span class="ph">${sayPhrases(ctx, answer.label ?? messages[id])}</span></summary>
      <div class="then">
        ${id === 'unknown' && html`<p class="how"><b>${say(ctx, messages.howToTell)}</b>${sayPhones(ctx, branch.howToTell)}</p>`}
        <p class="what">${sayPhones(ctx, answer.then)}</p>
        ${dropped.length > 0 && html`<div class="drops"><b>${say(ctx, messages.drops)}</b><ul>${dropped.map((step) => html`<li>${say(ctx, step.do)}</li>`)}</ul></div>`}
        ${answer.steps.length > 0 && html`<ol class="steps" role="list">${answer.steps.map((step) => renderStep(ctx, step))}</ol>`}
      </div>
    </details>`;
};

/** A question right after its step. The three answers open one at a time, without script too (one `name`). */
const renderBranch = (ctx: PageContext, branch: Branch, stepById: ReadonlyMap<string, Step>): Html => html`
  <li class="branch" id="${branch.id}" data-branch>
    <p class="known">${say(ctx, messages.nowKnown)}</p>
    <h3 class="ph" id="${branch.id}-q">${sayPhrases(ctx, branch.question)}</h3>
    <div class="answers" role="group" aria-labelledby="${branch.id}-q">
      ${answerIds.map((id) => renderAnswer(ctx, branch, id, branch.answers[id], stepById))}
    </div>
  </li>`;

/** Every step of a phase by id, those of its answers included. */
export const stepsOf = (phase: Phase): readonly Step[] => [
  ...phase.steps,
  ...phase.branches.flatMap((branch) => answerIds.flatMap((id) => branch.answers[id].steps)),
];

/** The steps of a phase in order, each question in its place. A question that follows no step here stands last. */
export const renderPhaseSteps = (ctx: PageContext, phase: Phase, stepById: ReadonlyMap<string, Step>): Html => {
  const own = new Set(phase.steps.map((step) => step.id));
  const branchesAfter = (id: string): readonly Branch[] => phase.branches.filter((branch) => branch.after === id);
  const last = phase.branches.filter((branch) => !own.has(branch.after));
  return html`<ol class="steps" role="list">
    ${phase.steps.map((step) => html`${renderStep(ctx, step)}${branchesAfter(step.id).map((branch) => renderBranch(ctx, branch, stepById))}`)}
    ${last.map((branch) => renderBranch(ctx, branch, stepById))}</ol>`;
};
