import type { Source, Text } from '../knowledge/text.ts';
import type { Playbook } from './playbook.ts';

/** What anyone in the organisation does in the first 60 seconds: one card of A6, for a pocket, a wall, the back of a badge. */
export type FirstAidCard = {
  readonly id: string;
  /** What one sees, in everyday words. */
  readonly scene: Text;
  readonly icon: Playbook['icon'];
  /** What to do, in order. */
  readonly moves: readonly Text[];
  readonly dont: readonly Text[];
  /** The sentence at the foot. */
  readonly word?: Text;
  /** Whose telephone numbers stand on it (ids of own contacts), in the order of the calls, under a name short enough for a card. */
  readonly numbers: readonly { readonly to: string; readonly name: Text }[];
  /** Cases and common blocks that the card is short for; its sources are theirs. */
  readonly see: readonly string[];
  /** What it rests on beside them. */
  readonly sources?: readonly Source[];
};
