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
  /** Without a second place: the civil day (UTC) on which to say so. */
  readonly remindOn?: string;
};

export type SecondPlace = {
  readonly state: () => SecondPlaceState;
  /** Takes a folder that the owner names; the first copy follows at once. */
  readonly choose: (folder: string) => Promise<Result<SecondPlaceState, Text>>;
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

/** `copiedAt` is remembered, so that it can be said while the disk is away. */
type Kept = { readonly folder: string; readonly mark?: string; readonly copiedAt?: string };

/** How long changes are gathered before they are copied; with two looks a minute the copy is never five minutes behind. */
const gatherMs = 60_000;
const generations = 3;

const settingsName = 'second-place.json';

const readSettings = (keys: string): Readonly<Record<string, Kept>> => {
  try {
    return JSON.parse(readFileSync(join(keys, settingsName), 'utf8')) as Readonly<Record<string, Kept>>;
  } catch {
    return {};
  }
};

const writeSettings = (keys: string, settings: Readonly<Record<string, Kept>>): void => {
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

  const kept = (): Kept | undefined => readSettings(keys)[id];
  const keep = (value: Kept): void => writeSettings(keys, { ...readSettings(keys), [id]: value });
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
    if (!place) return { folder: null, lastCopyAt: null, behindSince: null, remindOn: new Date(now()).toISOString().slice(0, 10) };
    const sameDisk = onSameDisk(place.folder);
    return {
      folder: place.folder,
      lastCopyAt: place.copiedAt ?? null,
      behindSince: behindSince === undefined ? null : new Date(behindSince).toISOString(),
      ...(sameDisk !== undefined && { sameDisk }),
      ...(problem && { problem }),
    };
  };

  const tidy = (folder: string): void => {
    for (const name of readdirSync(folder).filter((n) => n.startsWith(`.${prefix}`) && n.endsWith('.part'))) rmSync(join(folder, name));
    for (const name of copiesIn(folder).slice(0, -generations)) rmSync(join(folder, name));
  };

  const copyNow = async ({ folder }: Kept): Promise<void> => {
    const at = mark();
    const madeAt = now();
    if (!existsSync(join(folder, sign))) throw Object.assign(new Error('not the second place'), { code: 'ENOENT' });
    tidy(folder);
    await copy(join(folder, `${prefix}${stamp(madeAt)}.age`), new Date(madeAt).toISOString());
    tidy(folder);
    keep({ folder, mark: at, copiedAt: new Date(madeAt).toISOString() });
    behindSince = mark() === at ? undefined : now();
  };

  /** One copy at a time; a failure is kept as a sentence until the next one goes well. */
  const attempt = async (place: Kept): Promise<void> => {
    running ??= copyNow(place)
      .then(() => {
        problem = undefined;
      })
      .catch((error: unknown) => {
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
    const isThere = existsSync(join(place.folder, sign)) && copiesIn(place.folder).length > 0;
    if (isThere && place.mark === mark()) {
      behindSince = undefined;
      problem = undefined;
      return;
    }
    behindSince ??= now();
    if (!isThere || problem !== undefined || now() - behindSince >= patience) await attempt(place);
  };

  return {
    state,
    choose: async (said) => {
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
        rmdirSync(mkdtempSync(join(folder, `.${prefix}`)));
        writeFileSync(join(folder, sign), JSON.stringify({ shodo: 'second-place', organisation: id }), { mode: 0o600 });
        keep({ folder });
        problem = undefined;
      } catch (error) {
        return fail(problemOf(error));
      }
      void look(0);
      return succeed(state());
    },
    tick: () => look(gatherMs),
    close: async () => {
      await running;
      const place = kept();
      if (place && problem === undefined && place.mark !== mark()) await look(0);
    },
  };
};
