import type { Lang } from '../../core/index.ts';
import { renderAbout } from './about-page.ts';
import { renderAllCases } from './all-cases-page.ts';
import { renderBlocks } from './blocks-page.ts';
import { renderCard } from './card-page.ts';
import { renderCase } from './case-page.ts';
import { renderChanges } from './changes-page.ts';
import { renderDuties } from './duties-page.ts';
import { renderFirstAid } from './first-aid-page.ts';
import { renderFlow } from './flow-page.ts';
import { renderHome } from './home-page.ts';
import { renderIncident, renderIncidents } from './incident-page.ts';
import { renderKnowledge } from './knowledge/render-knowledge.ts';
import { renderList } from './list-page.ts';
import type { Page, PageContext } from './page.ts';
import { renderPlaces } from './places-page.ts';
import { renderQuestionIndex, renderQuestionPage } from './qa-page.ts';
import { renderSecondPlace } from './second-place-page.ts';
import { renderUnsure } from './unsure-page.ts';

const renderLanguage = (ctx: PageContext): readonly Page[] => [
  renderHome(ctx),
  renderAllCases(ctx),
  ...ctx.bundle.playbooks.map((playbook) => renderCase(ctx, playbook)),
  renderUnsure(ctx),
  renderDuties(ctx),
  renderIncident(ctx),
  renderIncidents(ctx),
  renderQuestionIndex(ctx),
  ...ctx.bundle.questions.map((question) => renderQuestionPage(ctx, question)),
  renderList(ctx, 'before'),
  renderList(ctx, 'during'),
  renderPlaces(ctx),
  renderFlow(ctx),
  renderBlocks(ctx),
  renderFirstAid(ctx),
  renderCard(ctx),
  renderSecondPlace(ctx),
  renderAbout(ctx),
  renderChanges(ctx),
  ...renderKnowledge(ctx),
];

/** Every static page in both languages. `/` is the Japanese home, which names `/ja/` as its own address. */
export const renderSite = (material: Omit<PageContext, 'lang'>): readonly Page[] => {
  const inLanguage = (lang: Lang): readonly Page[] => renderLanguage({ ...material, lang });
  const ja = inLanguage('ja');
  return [...ja.slice(0, 1).map((home) => ({ ...home, path: '/' })), ...ja, ...inLanguage('en')];
};
