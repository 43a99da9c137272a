import type { DraftSetting } from '../../../core/index.ts';
import type { IncidentSetting } from '../setting.ts';

/** What a draft is made from, out of what the incident page has. */
export const draftSettingOf = ({
  knowledge,
  response,
  incident,
  records,
  duties,
  organisation,
  wordsOf,
}: IncidentSetting): DraftSetting => ({
  knowledge,
  playbooks: response.playbooks,
  directory: response.directory,
  forms: response.forms,
  incident,
  records,
  duties,
  organisation,
  wordsOf,
});
