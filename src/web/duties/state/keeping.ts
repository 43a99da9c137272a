import type { Assessment, FactId, Picture } from '../../../core/index.ts';
import type { News } from '../view/say-changes.ts';
import type { Answers, Move } from './answers.ts';

/** Where the answers of a check are kept, as its parts see it: on the device alone, or on the record of an incident. */
export type Keeping = {
  /** Everything answered, as it counts now. */
  readonly answers: Answers;
  /** Questions put off until a day that has come: they are asked again. */
  readonly due: ReadonlySet<FactId>;
  /** Questions that no law asks now and that a report asks. They come after all others. */
  readonly also: readonly FactId[];
  readonly picture: Picture;
  readonly assessment: Assessment;
  readonly news: News | undefined;
  readonly canUndo: boolean;
  /** Answers go on the record: each can say when it was learned, and a question can be put off until a day. */
  readonly onRecord: boolean;
  readonly act: (...moves: readonly Move[]) => void;
};
