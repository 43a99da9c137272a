// Messages of the start-up scripts go to stderr in both languages, so that standard output stays for results.

/** Prints one message in Japanese, then in English. */
export const say = ({ ja, en }) => {
  process.stderr.write(`${ja}\n${en}\n`);
};

/** A failure that a person can cure. Its sentence is all that is shown; no stack. */
export class StartUpError extends Error {
  constructor(text) {
    super(text.en);
    this.text = text;
  }
}
