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

/** Whom a contact names: a recipient, an entry of the directory, or someone the record names; undefined where nobody can be named. */
export const contactLabel = (
  contact: string,
  { knowledge, directory, incident, wordsOf }: Pick<DraftSetting, 'knowledge' | 'directory' | 'incident' | 'wordsOf'>,
): Text | undefined => {
  const known = knowledge.recipients.find((r) => r.id === contact)?.label ?? directory.find((d) => d.id === contact)?.org;
  if (known) return known;
  const words = wordsOf(latest(own(incident.contacts, contact)?.name)?.value);
  return words === undefined ? undefined : { ja: words, en: words };
};

/** What a notice is called. Its name in the log may hold which text of the form it is: `F-09/type-a`. */
export const noticeTitle = (name: string, forms: readonly Form[]): Text | undefined =>
  forms.find((f) => f.id === name.split('/')[0])?.title;
