import { latest } from '../../../core/index.ts';
import type { IncidentSetting } from '../setting.ts';
import { messages } from './messages.ts';

/** What someone is called: the name they gave in this incident or on the card; who sits here; or that nobody knows. */
export const personName = (actor: string, { incident, organisation, wordsOf, me, say }: IncidentSetting): string => {
  const here = latest(Object.hasOwn(incident.people, actor) ? incident.people[actor]?.name : undefined);
  const card = latest(organisation && Object.hasOwn(organisation.people, actor) ? organisation.people[actor] : undefined);
  const words = wordsOf(here?.value) ?? wordsOf(card?.value);
  if (words !== undefined) return words;
  return actor === me.actor ? (me.name ?? say(messages.thisDevice)) : say(messages.someone);
};
