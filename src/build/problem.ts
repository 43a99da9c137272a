/** Something wrong in the knowledge, with the place where a person mends it. `check` names the check that found it. */
export type Problem = { readonly file: string; readonly line: number; readonly check: string; readonly message: string };

export const sayProblem = ({ file, line, check, message }: Problem): string => `${file}:${line} [${check}] ${message}`;
