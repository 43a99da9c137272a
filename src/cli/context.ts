import type { Bundle, Lang, Text } from '../core/index.ts';
import type { ExitCode } from './exit-codes.ts';

/** What a command sees of the world. */
export type Context = {
  /** Folder of the program: package.json, dist/. */
  readonly root: string;
  readonly lang: Lang;
  /** Waits while the reader is slower than we are. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly input: () => NodeJS.ReadableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** RFC 3339. */
  readonly now: () => string;
  /** The built knowledge; refuses when there is none. */
  readonly bundle: () => Bundle;
};

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export type Option = { readonly type: 'string' | 'boolean'; readonly hint?: string; readonly help: Text };

export type Command = {
  readonly name: string;
  readonly summary: Text;
  /** Command lines, without the program's name. */
  readonly usage: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** How many words without a dash it takes. */
  readonly words: number;
  /** Further paragraphs of its help. */
  readonly notes?: readonly Text[];
  readonly run: (context: Context, values: Values, words: readonly string[]) => Promise<ExitCode>;
};

/** A command ends here: one sentence to standard error, and an exit code. Nothing inside a command catches it. */
export class Refused extends Error {
  readonly code: ExitCode;
  readonly text: Text;
  constructor(code: ExitCode, text: Text) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
