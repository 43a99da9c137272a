import { latest } from '../../../core/index.ts';
import { roleNames } from '../../messages.ts';
import type { IncidentSetting } from '../setting.ts';
import { messages } from '../messages.ts';

type Names = Pick<IncidentSetting, 'incident' | 'organisation' | 'wordsOf' | 'me' | 'say'>;

/** What a person is called here: by the name they gave in this incident or on the card; else who sits here, or a short mark. */
export const nameOf = (actor: string, { incident, organisation, wordsOf, me, say }: Names): string => {
  const here = latest(Object.hasOwn(incident.people, actor) ? incident.people[actor]?.name : undefined);
  const card = latest(organisation && Object.hasOwn(organisation.people, actor) ? organisation.people[actor] : undefined);
  const words = wordsOf(here?.value) ?? wordsOf(card?.value);
  if (words !== undefined) return words;
  return actor === me.actor ? (me.name ?? say(messages.thisDevice)) : say(messages.someone(actor.slice(-4)));
};

/** Someone or a desk that can be named in the record. `id` is what the log holds. */
export type Mentionable = { readonly id: string; readonly name: string };

/** Desks first, in the order of the plan, then people by name. */
export const mentionables = (names: Names): readonly Mentionable[] => [
  ...Object.entries(roleNames).map(([id, text]) => ({ id, name: names.say(text) })),
  ...Object.keys(names.incident.people).map((id) => ({ id, name: nameOf(id, names) })),
];
