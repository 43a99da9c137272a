/**
 * Who said something, and where in the log. `seq` is undefined while the entry waits on its device; `order` counts the
 * entries as they are folded, waiting ones after the rest.
 */
export type Stated<T> = {
  readonly value: T;
  readonly entry: string;
  readonly actor: string;
  readonly device: string;
  readonly saidAt: string;
  readonly seq?: number;
  readonly order: number;
};

/**
 * What stands in one place that several people may write to: the statements that nobody who knew of them replaced. More
 * than one means that they were said apart; all are shown until someone who has seen them decides. Empty: never said.
 */
export type Register<T> = readonly Stated<T>[];

/** Tells whether the writer of the present entry could have seen a statement. */
export type Sees = (statement: Stated<unknown>) => boolean;

/** Adds a statement. It replaces those its writer had seen, and stands beside those its writer had not. */
export const state = <T>(register: Register<T> | undefined, statement: Stated<T>, sees: Sees): Register<T> => [
  ...(register ?? []).filter((before) => !sees(before)),
  statement,
];

/** The last statement in the order of the log; undefined when nothing was said. With several, the others stand beside it. */
export const latest = <T>(register: Register<T> | undefined): Stated<T> | undefined => register?.at(-1);

/** True where statements made apart say different things. */
export const isDisputed = (register: Register<unknown> | undefined): boolean =>
  new Set((register ?? []).map((s) => JSON.stringify(s.value))).size > 1;
