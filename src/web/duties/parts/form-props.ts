import type { FactDef, FactId, Known } from '../../../core/index.ts';

/** What a form of one question needs. `answer` with null means: not known, later. */
export type FormProps = {
  readonly def: FactDef;
  readonly value: Known | null | undefined;
  readonly answer: (value: Known | null) => void;
  /** Where the catalogue names a fact for mere suspicion, answering it instead. */
  readonly suspect?: ((fact: FactId) => void) | undefined;
};
