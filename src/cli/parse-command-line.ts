import { parseArgs } from 'node:util';
import { type Lang, nearestTo } from '../core/index.ts';
import { type Command, Refused, type Values } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { commonOptions } from './help.ts';

/** The language of the output where no option says: that of the system when it is English, else Japanese. */
export const langOfSystem = (env: Readonly<Record<string, string | undefined>>): Lang => {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'ja';
};

/** Looks for `--lang` anywhere, so that even a mistake is told in the language asked for. */
export const findLang = (args: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang => {
  const at = args.indexOf('--lang');
  const said = at >= 0 ? args[at + 1] : args.find((a) => a.startsWith('--lang='))?.slice('--lang='.length);
  if (said === undefined) return langOfSystem(env);
  if (said === 'ja' || said === 'en') return said;
  throw new Refused(exitCodes.usage, { ja: '--lang に書けるのは ja か en です。', en: '--lang takes ja or en.' });
};

/** The arguments from the command on: `shodo --lang en assess …` means the same as `shodo assess … --lang en`. */
export const withoutLeadingLang = (args: readonly string[]): readonly string[] => {
  if (args[0] === '--lang') return withoutLeadingLang(args.slice(2));
  return args[0]?.startsWith('--lang=') ? withoutLeadingLang(args.slice(1)) : args;
};

const explainMistake = (error: unknown, names: readonly string[]): Refused => {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(--?[^' =<]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const nearest = nearestTo(option.replace(/^-+/, ''), names);
    return new Refused(exitCodes.usage, {
      ja: `「${option}」という選択肢はありません。${nearest ? `「--${nearest}」のことですか。` : ''}`,
      en: `There is no option “${option}”.${nearest ? ` Did you mean “--${nearest}”?` : ''}`,
    });
  }
  return new Refused(exitCodes.usage, {
    ja: `「${option}」の書き方が違います。値が要るか、余分です。--help を見てください。`,
    en: `“${option}” is written incorrectly: a value is missing, or is one too many. See --help.`,
  });
};

/** Reads the arguments of one command; a mistake is refused with a sentence that names it. */
export const parseCommandLine = (
  command: Command,
  args: readonly string[],
): { readonly values: Values; readonly words: readonly string[] } => {
  const options = { ...command.options, ...commonOptions };
  const config = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
  const read = (): { values: Values; positionals: string[] } => {
    try {
      return parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true }) as {
        values: Values;
        positionals: string[];
      };
    } catch (error) {
      throw explainMistake(error, Object.keys(options));
    }
  };
  const { values, positionals } = read();
  if (!values.help && positionals.length > command.words) {
    const extra = positionals[command.words] ?? '';
    throw new Refused(exitCodes.usage, {
      ja: `「${extra}」は余分です。--help を見てください。`,
      en: `“${extra}” is one word too many. See --help.`,
    });
  }
  return { values, words: positionals };
};

/** The value of an option that a command cannot do without. */
export const needOption = (values: Values, name: string): string => {
  const value = values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refused(exitCodes.usage, { ja: `--${name} を指定してください。`, en: `--${name} is needed.` });
};
