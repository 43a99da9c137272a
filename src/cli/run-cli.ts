import { nearestTo } from '../core/index.ts';
import { commands } from './commands.ts';
import { type Context, Refused } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { commandHelp, programHelp } from './help.ts';
import { findLang, langOfSystem, parseCommandLine, withoutLeadingLang } from './parse-command-line.ts';
import { needBundle } from './read-bundle.ts';

/** `root` is the folder of the program (package.json, dist/). The streams are the process's own unless a test gives others. */
export type Invocation = {
  readonly args: readonly string[];
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin?: NodeJS.ReadableStream;
  readonly stdout?: NodeJS.WritableStream;
  readonly stderr?: NodeJS.WritableStream;
  readonly now?: () => string;
};

const writerOf = (stream: NodeJS.WritableStream): ((text: string) => Promise<void>) => {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    // The reader (such as `head`) has had enough: no mistake of ours.
    gone = true;
  });
  return async (text) => {
    if (gone || stream.write(text)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        stream.off('drain', go);
        stream.off('error', go);
        resolve();
      };
      stream.on('drain', go);
      stream.on('error', go);
    });
  };
};

const dispatch = async (args: readonly string[], context: Context): Promise<number> => {
  const [name = '', ...rest] = withoutLeadingLang(args);
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    await context.out(programHelp(commands, context.lang));
    return exitCodes.ok;
  }
  const command = commands.find((c) => c.name === (name === '--version' ? 'version' : name));
  if (!command) {
    const nearest = nearestTo(
      name,
      commands.map((c) => c.name),
    );
    // A word that only begins as another does is a slip; of any other the list is the better answer.
    const alike = nearest !== undefined && nearest[0] === name[0]?.toLowerCase();
    throw new Refused(exitCodes.usage, {
      ja: `「${name}」という命令はありません。${alike ? `「${nearest}」のことですか。` : '--help で一覧を見てください。'}`,
      en: `There is no command “${name}”. ${alike ? `Did you mean “${nearest}”?` : 'See --help for the list.'}`,
    });
  }
  const { values, words } = parseCommandLine(command, rest);
  if (values.help) {
    await context.out(commandHelp(command, context.lang));
    return exitCodes.ok;
  }
  return command.run(context, values, words);
};

/** Runs one command line and resolves to its exit code. Results go to standard output, everything else to standard error. */
export const runCli = async (invocation: Invocation): Promise<number> => {
  const {
    args,
    root,
    env,
    stdin = process.stdin,
    stdout = process.stdout,
    stderr = process.stderr,
    now = () => new Date().toISOString(),
  } = invocation;
  try {
    const lang = findLang(args, env);
    const out = writerOf(stdout);
    const err = (text: string): void => {
      stderr.write(`${text}\n`);
    };
    const context: Context = { root, lang, out, err, input: () => stdin, env, now, bundle: () => needBundle(root) };
    return await dispatch(args, context);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const asked = args[args.indexOf('--lang') + 1];
    const lang = args.includes('--lang') && (asked === 'ja' || asked === 'en') ? asked : langOfSystem(env);
    stderr.write(`${error.text[lang]}\n`);
    return error.code;
  }
};
