import type { Text } from '../knowledge/text.ts';
import { own } from '../log/own.ts';
import { latest } from '../log/register.ts';
import type { Playbook, Step } from '../response/playbook.ts';
import type { DraftSetting } from './draft.ts';
import type { Form } from './form.ts';

const indexes = new WeakMap<readonly Playbook[], ReadonlyMap<string, Step>>();

const stepsIn = (playbooks: readonly Playbook[]): ReadonlyMap<string, Step> => {
  const index =
    indexes.get(playbooks) ??
    new Map(
      playbooks.flatMap((p) =>
        p.phases.flatMap((f) =>
          [...f.steps, ...f.branches.flatMap((b) => Object.values(b.answers).flatMap((a) => a.steps))].map((s) => [s.id, s] as const),
        ),
      ),
    );
  indexes.set(playbooks, index);
  return index;
};

/** The sentence of a step; undefined for one that the knowledge does not know. */
export const stepLabel = (action: string, { playbooks }: Pick<DraftSetting, 'playbooks'>): Text | undefined =>
  stepsIn(playbooks).get(action)?.do;

type Naming = Pick<DraftSetting, 'knowledge' | 'directory' | 'incident' | 'wordsOf'>;

/** Whom a contact names: by the knowledge (a recipient, an entry of the directory), or in words that someone wrote. */
export const contactNamed = (
  contact: string,
  { knowledge, directory, incident, wordsOf }: Naming,
): { readonly known?: Text; readonly byHand?: Text } => {
  const known = knowledge.recipients.find((r) => r.id === contact)?.label ?? directory.find((d) => d.id === contact)?.org;
  if (known) return { known };
  const words = wordsOf(latest(own(incident.contacts, contact)?.name)?.value);
  return words === undefined ? {} : { byHand: { ja: words, en: words } };
};

/** How a report speaks of someone whose name stands in people's own words, until somebody chooses to name them. */
export const someoneOutside: Text = { ja: '社外の関係先', en: 'a party outside' };

/** Whom a contact names, for those who respond; undefined where nobody can be named. */
export const contactLabel = (contact: string, setting: Naming): Text | undefined => {
  const { known, byHand } = contactNamed(contact, setting);
  return known ?? byHand;
};

/** What a notice is called. Its name in the log may hold which text of the form it is: `F-09/type-a`. */
export const noticeTitle = (name: string, forms: readonly Form[]): Text | undefined =>
  forms.find((f) => f.id === name.split('/')[0])?.title;
