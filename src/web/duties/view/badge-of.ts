import type { Obligation, Text } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { isNeeded } from './group-obligations.ts';

/** The verdict as a word with a sign; the colour only repeats it. A half disc: taken as needed, which the text beside it says. */
export type Badge = { readonly tone: 'needed' | 'advised' | 'open' | 'not'; readonly sign: string; readonly label: Text };

export const badgeOf = (duty: Obligation): Badge => {
  if (duty.applies === 'no') return { tone: 'not', sign: '−', label: messages.not };
  if (!isNeeded(duty)) return { tone: 'open', sign: '？', label: messages.openShort };
  if (duty.rule.level === 'voluntary') return { tone: 'advised', sign: '○', label: messages.advised };
  return { tone: 'needed', sign: duty.presumed ? '◐' : '●', label: messages.needed };
};
