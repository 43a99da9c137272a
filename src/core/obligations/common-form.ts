import type { Facts } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import { triOf } from './evaluate.ts';
import type { Cond } from './rule.ts';

/**
 * A form of the ministries that several recipients take, each by a filing of its own. `fits`: the attack it was made for.
 * `inUseFrom`: the civil day since which it may be handed in.
 */
export type CommonForm = {
  readonly id: string;
  readonly title: Text;
  readonly usableFor: readonly string[];
  readonly fits: Cond;
  readonly inUseFrom: string;
  readonly url?: string;
};

/** A common form as it bears on one duty. `certain`: what is known of the attack already says that it fits. */
export type FormOffered = Pick<CommonForm, 'id' | 'title' | 'inUseFrom' | 'url'> & { readonly certain: boolean };

/** The common forms that the recipients of a rule take on a day (null: not known), those that fit first, those that may after them. */
export const offeredForms = (forms: readonly CommonForm[], rule: string, facts: Facts, day: string | null): readonly FormOffered[] =>
  forms
    .filter((f) => f.usableFor.includes(rule) && (day === null || f.inUseFrom <= day))
    .flatMap(({ id, title, inUseFrom, url, fits }) => {
      const holds = triOf(fits, facts);
      return holds === 0 ? [] : [{ id, title, inUseFrom, ...(url && { url }), certain: holds === 2 }];
    })
    .sort((a, b) => Number(b.certain) - Number(a.certain));
