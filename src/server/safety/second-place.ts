import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { fail, type Result, succeed } from '../../app/index.ts';
import type { Text } from '../../core/index.ts';

export type SecondPlaceState = {
  readonly folder: string | null;
  /** When the last whole copy was made; UTC. */
  readonly lastCopyAt: string | null;
  /** Since when something is in the record that the copy does not have; null while it has all. */
  readonly behindSince: string | null;
  /** On the same disk as the record, as far as the system says: a broken disk would take both. */
  readonly sameDisk?: boolean;
  readonly problem?: Text;
  /** False until the owner says that the recovery key is on paper. */
  readonly keyWritten: boolean;
  /** Without a second place: the civil day (UTC) on which to say so. */
  readonly remindOn?: string;
};

export type SecondPlace = {
  readonly state: () => SecondPlaceState;
  /** Takes a folder that the owner names; the first copy follows at once. */
  readonly choose: (folder: string) => Promise<Result<SecondPlaceState, Text>>;
  /** Makes no more copies. Those that lie there stay. */
  readonly stop: () => SecondPlaceState;
  /** The owner has the recovery key on paper: it is not shown any more. */
  readonly noteKeyWritten: () => SecondPlaceState;
  /** True once a day while no second place is named, for whoever starts the server. */
  readonly remind: () => boolean;
  /** Looks whether something changed, and copies when it has rested for a while. Called twice a minute. */
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type SecondPlaceOptions = {
  readonly data: string;
  readonly keys: string;
  /** UUID of the organisation. */
  readonly id: string;
  /** Names the state of the record: differs after every change. */
  readonly mark: () => string;
  readonly copy: (to: string, madeAt: string) => Promise<void>;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** What is said of the owner's choices; a place is one of them. */
type Choices = { readonly folder?: string; readonly keyWritten?: boolean; readonly remindedOn?: string };
/** `copiedAt` is remembered, so that it can be said while the disk is away. */
type Kept = Choices & { readonly folder: string; readonly mark?: string; readonly copiedAt?: string };

/** How long changes are gathered before they are copied; with two looks a minute the copy is never five minutes behind. */
const gatherMs = 60_000;
const generations = 3;

const settingsName = 'second-place.json';

/** What the owner chose for each organisation that was ever served with these keys. */
export const readSettings = (keys: string): Readonly<Record<string, Choices & { readonly copiedAt?: string }>> => {
  try {
    return JSON.parse(readFileSync(join(keys, settingsName), 'utf8')) as ReturnType<typeof readSettings>;
  } catch {
    return {};
  }
};

const writeSettings = (keys: string, settings: Readonly<Record<string, Choices>>): void => {
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const draft = join(keys, `.${settingsName}`);
  writeFileSync(draft, JSON.stringify(settings), { mode: 0o600, flush: true });
  renameSync(draft, join(keys, settingsName));
};

const problems: Readonly<Record<string, Text>> = {
  gone: {
    ja: '第2の置き場所が見つかりません。ディスクをつなぐか、別のフォルダーを選んでください。',
    en: 'The second place cannot be found: connect its disk, or choose another folder.',
  },
  ENOSPC: {
    ja: '第2の置き場所がいっぱいです。空きを作るか、別のフォルダーを選んでください。',
    en: 'The second place is full: make room, or choose another folder.',
  },
  denied: {
    ja: '第2の置き場所に書けません。書き込みを許すか、別のフォルダーを選んでください。',
    en: 'The second place cannot be written to: allow writing, or choose another folder.',
  },
};

const problemOf = (error: unknown): Text => {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (['ENOENT', 'ENOTDIR', 'ENXIO', 'ENODEV', 'EIO'].includes(code)) return problems.gone as Text;
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return problems.denied as Text;
  return (
    problems[code] ?? {
      ja: `第2の置き場所に控えられませんでした（${code || '不具合'}）。別のフォルダーを選んでください。`,
      en: `The copy to the second place failed (${code || 'a bug'}): choose another folder.`,
    }
  );
};

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** Copies of one organisation are told apart by the beginning of its id. */
const prefixOf = (id: string): string => `shodo-${id.slice(0, 8)}-`;
const stamp = (ms: number): string => new Date(ms).toISOString().replace(/[-:.]/g, '');
const isCopy = (name: string): boolean => /-\d{8}T\d{9}Z\.age$/.test(name);

/**
 * Keeps an encrypted copy of the whole record in a folder that the owner named. The folder is known again by a small file
 * in it, so that an empty mount point never passes for the disk that should be there.
 */
export const openSecondPlace = ({ data, keys, id, mark, copy, now }: SecondPlaceOptions): SecondPlace => {
  const prefix = prefixOf(id);
  const sign = `${prefix}second-place.json`;
  let behindSince: number | undefined;
  let problem: Text | undefined;
  let running: Promise<void> | undefined;

  const choices = (): Choices => readSettings(keys)[id] ?? {};
  const kept = (): Kept | undefined => {
    const { folder, ...rest } = choices();
    return folder === undefined ? undefined : { ...rest, folder };
  };
  const keep = (value: Choices | Kept): void => writeSettings(keys, { ...readSettings(keys), [id]: value });
  const isThere = (folder: string): boolean => existsSync(join(folder, sign));
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  /** What does not belong to one place and outlives it. */
  const lasting = (): Choices => {
    const { keyWritten, remindedOn } = choices();
    return { ...(keyWritten !== undefined && { keyWritten }), ...(remindedOn !== undefined && { remindedOn }) };
  };
  const copiesIn = (folder: string): readonly string[] => {
    try {
      return readdirSync(folder)
        .filter((name) => name.startsWith(prefix) && isCopy(name))
        .sort();
    } catch {
      return [];
    }
  };
  const onSameDisk = (folder: string): boolean | undefined => {
    try {
      return statSync(folder).dev === statSync(data).dev;
    } catch {
      return undefined;
    }
  };

  const state = (): SecondPlaceState => {
    const place = kept();
    const keyWritten = choices().keyWritten === true;
    if (!place) return { folder: null, lastCopyAt: null, behindSince: null, keyWritten, remindOn: today() };
    const sameDisk = onSameDisk(place.folder);
    // Said at once, not at the next look.
    const trouble = problem ?? (isThere(place.folder) ? undefined : problems.gone);
    return {
      folder: place.folder,
      lastCopyAt: place.copiedAt ?? null,
      behindSince: behindSince === undefined ? null : new Date(behindSince).toISOString(),
      ...(sameDisk !== undefined && { sameDisk }),
      keyWritten,
      ...(trouble && { problem: trouble }),
    };
  };
  const isStill = (folder: string): boolean => kept()?.folder === folder;

  const tidy = (folder: string): void => {
    for (const name of readdirSync(folder).filter((n) => n.startsWith(`.${prefix}`) && n.endsWith('.part'))) rmSync(join(folder, name));
    for (const name of copiesIn(folder).slice(0, -generations)) rmSync(join(folder, name));
  };

  const copyNow = async ({ folder }: Kept): Promise<void> => {
    const at = mark();
    const madeAt = now();
    if (!isThere(folder)) throw Object.assign(new Error('not the second place'), { code: 'ENOENT' });
    tidy(folder);
    await copy(join(folder, `${prefix}${stamp(madeAt)}.age`), new Date(madeAt).toISOString());
    tidy(folder);
    // Another place may have been chosen meanwhile.
    if (!isStill(folder)) return;
    keep({ ...lasting(), folder, mark: at, copiedAt: new Date(madeAt).toISOString() });
    behindSince = mark() === at ? undefined : now();
  };

  /** One copy at a time; a failure is kept as a sentence until the next one goes well. */
  const attempt = async (place: Kept): Promise<void> => {
    running ??= copyNow(place)
      .then(() => {
        problem = undefined;
      })
      .catch((error: unknown) => {
        if (!isStill(place.folder)) return;
        behindSince ??= now();
        problem = problemOf(error);
      })
      .finally(() => {
        running = undefined;
      });
    await running;
  };

  const look = async (patience: number): Promise<void> => {
    const place = kept();
    if (!place) return;
    const hasCopy = isThere(place.folder) && copiesIn(place.folder).length > 0;
    if (hasCopy && place.mark === mark()) {
      behindSince = undefined;
      problem = undefined;
      return;
    }
    behindSince ??= now();
    if (!hasCopy || problem !== undefined || now() - behindSince >= patience) await attempt(place);
  };

  return {
    state,
    choose: async (typed) => {
      // Some systems copy a path with quotes around it.
      const said = typed.trim().replace(/^(["'])(.*)\1$/, '$2');
      const refuse = (ja: string, en: string) => fail({ ja, en });
      if (!isAbsolute(said)) return refuse('フォルダーの場所を、はじめから全部書いてください。', 'Write the whole path of the folder.');
      try {
        // One level may be made; a disk that is not there must not be.
        if (!existsSync(said) && existsSync(dirname(said))) mkdirSync(said, { mode: 0o700 });
        const folder = realpathSync(said);
        if (!statSync(folder).isDirectory()) return refuse('それはフォルダーではありません。', 'This is not a folder.');
        if (isInside(folder, realpathSync(data)))
          return refuse(
            '記録の置き場所の中は、第2の置き場所になりません。別のディスクを選んでください。',
            'A folder inside the data folder protects nothing: choose another disk.',
          );
        if (existsSync(keys) && isInside(folder, realpathSync(keys)))
          return refuse(
            '鍵のフォルダーの中は、第2の置き場所になりません。控えと鍵は、別々に置いてください。',
            'A folder inside the keys folder will not do: copies and keys must lie apart.',
          );
        // Written aside and put in place, so that a link that somebody planted under this name is replaced and not followed.
        const aside = mkdtempSync(join(folder, `.${prefix}`));
        writeFileSync(join(aside, sign), JSON.stringify({ shodo: 'second-place', organisation: id }), { mode: 0o600 });
        renameSync(join(aside, sign), join(folder, sign));
        rmdirSync(aside);
        const before = kept();
        keep(before?.folder === folder ? before : { ...lasting(), folder });
        [problem, behindSince] = [undefined, undefined];
      } catch (error) {
        return fail(problemOf(error));
      }
      void Promise.resolve(running).then(() => look(0));
      return succeed(state());
    },
    stop: () => {
      keep(lasting());
      [problem, behindSince] = [undefined, undefined];
      return state();
    },
    noteKeyWritten: () => {
      keep({ ...choices(), keyWritten: true });
      return state();
    },
    remind: () => {
      if (kept() || choices().remindedOn === today()) return false;
      keep({ ...choices(), remindedOn: today() });
      return true;
    },
    tick: () => look(gatherMs),
    close: async () => {
      await running;
      const place = kept();
      if (place && problem === undefined && place.mark !== mark()) await look(0);
    },
  };
};
