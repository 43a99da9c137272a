import type { Lang, Text, Why } from '../../../core/index.ts';
import { messages } from '../messages.ts';

type Found = { readonly label: Text; readonly chosen: boolean };

const isExclusion = (why: Why): boolean => why.cond.op === 'not' && why.cond.unless === true;

/** Deepest named conditions that carry the presumed yes; those of an alternative before those every case shares. */
const reasons = (why: Why, chosen = false): readonly Found[] => {
  if (why.p !== 2 || isExclusion(why)) return [];
  const sure = why.kids.filter((k) => k.v === 2);
  const kids = why.cond.op === 'any' && sure.length > 0 ? sure : why.kids;
  const below = kids.flatMap((k) => reasons(k, chosen || why.cond.op === 'any'));
  const label = 'label' in why.cond ? why.cond.label : undefined;
  return below.length > 0 || !label ? below : [{ label, chosen }];
};

/** Why an obligation is taken as needed while an exclusion is open: what of its conditions holds already. */
export const sayPresumed = (why: Why, lang: Lang): string | undefined => {
  const found = reasons(why);
  const labels = [...new Map([...found.filter((f) => f.chosen), ...found].map((f) => [f.label.ja, f.label])).values()].slice(0, 2);
  return labels.length === 0 ? undefined : messages.becauseOf(labels.map((l) => l[lang]))[lang];
};
