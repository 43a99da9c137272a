import type { FactDef, Known, Text } from '../../../core/index.ts';
import { messages } from '../messages.ts';

/** The answer that would turn a no, in words. For a set: the member that would have to be in it. */
export const sayFlip = (to: Known, def: FactDef): Text => {
  if (typeof to === 'boolean') return to ? messages.yes : messages.no;
  const label = (id: string): Text => def.values?.find((v) => v.id === id)?.label ?? { ja: id, en: id };
  if (typeof to === 'string') return label(to);
  if (typeof to === 'number') return messages.atLeast(String(to));
  const member = Array.isArray(to) ? (to as readonly string[]).at(-1) : undefined;
  return member === undefined ? messages.otherAnswer : label(member);
};
