import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { checkSayings, judgeEntry, sayProblem, wordsOfPart } from '../../app/index.ts';
import {
  type Bundle,
  codeNameOf,
  contentHash,
  type Draft,
  type Duties,
  dutiesOf,
  type ErasedPart,
  foldIncident,
  foldOrganisation,
  idOfLog,
  knowledgeFor,
  type Incident,
  isIncidentLog,
  type Kept,
  type Link,
  type LogName,
  type Organisation,
  type Part,
  type PartRef,
  readEntry,
  uuidV7,
} from '../../core/index.ts';
import type { Signer, SqliteStore } from '../../server/safety/index.ts';
import { type Context, type Option, Refused, type Values } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';

/** Options of every command that opens the record. */
export const recordOptions: Readonly<Record<string, Option>> = {
  data: {
    type: 'string',
    hint: 'DIR',
    help: { ja: '記録の置き場所（なければ start と同じ）', en: 'Data folder (default: that of start)' },
  },
  keys: {
    type: 'string',
    hint: 'DIR',
    help: { ja: '鍵の置き場所（記録とは別のところ）', en: 'Folder of the keys, outside the data folder' },
  },
  json: { type: 'boolean', help: { ja: '結果を JSON で出す', en: 'Print the result as JSON' } },
};

/** Loaded only by commands that open the record: no other needs the database. */
export const loadSafety = () => import('../../server/safety/index.ts');

export type Folders = { readonly data: string; readonly keys: string };

/** Where record and keys lie, as the options or the system say. */
export const foldersOf = async ({ env }: Context, values: Values): Promise<Folders> => {
  const { defaultDataFolder, defaultKeyFolder } = await loadSafety();
  const place = { platform: process.platform, env, home: homedir() };
  return {
    data: values.data === undefined ? defaultDataFolder(place) : resolve(needOption(values, 'data')),
    keys: values.keys === undefined ? defaultKeyFolder(place) : resolve(needOption(values, 'keys')),
  };
};

/** Refuses where no record lies. */
export const needRecord = async ({ data }: Folders): Promise<void> => {
  const { databasePath } = await loadSafety();
  if (existsSync(databasePath(data))) return;
  throw new Refused(exitCodes.notFound, {
    ja: `「${data}」に記録がありません。置き場所を --data で指定してください。`,
    en: `There is no record in “${data}”: name its folder with --data.`,
  });
};

export type Whole = {
  readonly id: string;
  readonly log: LogName;
  readonly incident: Incident;
  readonly records: readonly Kept[];
  readonly organisation: Organisation;
  readonly duties: Duties;
  /** The words of a part; undefined where it is erased, withheld or a picture. */
  readonly wordsOf: (ref: PartRef | undefined) => string | undefined;
};

/** The record, opened by the command line as a device of its own. */
export type Desk = Folders & {
  readonly store: SqliteStore;
  /** The knowledge, with the organisation's agreements as they were when the record was opened. */
  readonly bundle: Bundle;
  readonly installation: Signer;
  readonly organisation: LogName;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly newId: () => string;
  /** An incident by its id, the beginning of it, or its code name; refuses when there is none or more than one. */
  readonly find: (word: string) => Promise<LogName>;
  readonly whole: (log: LogName) => Promise<Whole>;
  /** The organisation's card, with its words. */
  /** The knowledge with the agreements as they are now. */
  readonly knowledge: () => Promise<Bundle>;
  readonly card: () => Promise<{ readonly card: Organisation; readonly wordsOf: (ref: PartRef) => string | undefined }>;
  /** Says something in a log; refuses what does not fit its kind. One place for each draft. */
  readonly say: (log: LogName, drafts: readonly Draft[], zone?: string) => Promise<readonly Link[]>;
  /** Signs how far a log reaches now. */
  readonly vouch: (log: LogName) => Promise<void>;
};

const isHere = (record: Kept): record is Kept & { readonly link: Link } => record.link !== undefined;

const textsOf = (parts: readonly (Part | ErasedPart)[]): ReadonlyMap<string, string> => {
  return new Map(
    parts.flatMap((part): [string, string][] => {
      const words = wordsOfPart(part);
      return words === undefined ? [] : [[part.id, words]];
    }),
  );
};

/** Names of incidents that a word may mean. */
const matching = (logs: readonly LogName[], word: string): readonly LogName[] => {
  const wanted = word.replace(/^incident:/, '').toLowerCase();
  const byId = logs.filter((log) => idOfLog(log).startsWith(wanted));
  if (byId.length > 0) return byId;
  const plain = (text: string): string => text.replace(/\s/g, '').toLowerCase();
  return logs.filter((log) => {
    const name = codeNameOf(idOfLog(log));
    return plain(name.ja) === plain(word) || plain(name.en) === plain(word);
  });
};

/** The incident that a word means: its id, the beginning of it, or its code name; refuses when there is none or more than one. */
export const findIn = (logs: readonly LogName[], word: string): LogName => {
  const found = matching(logs, word);
  if (found.length === 1) return found[0] as LogName;
  const names = found.slice(0, 5).map((log) => `${codeNameOf(idOfLog(log)).ja} ${idOfLog(log)}`);
  throw found.length === 0
    ? new Refused(exitCodes.notFound, {
        ja: `「${word}」というインシデントはありません。id のはじめの数文字か、呼び名を書いてください。`,
        en: `There is no incident “${word}”: write the beginning of its id, or its code name.`,
      })
    : new Refused(exitCodes.notFound, {
        ja: `「${word}」にあたるものが ${found.length} 件あります。もう少し長く書いてください。\n${names.join('\n')}`,
        en: `“${word}” means ${found.length} incidents: write a little more of the id.\n${names.join('\n')}`,
      });
};

/** Opens the record for one command and closes it after; with `begin`, a folder without one gets it. */
export const atDesk = async <T>(context: Context, values: Values, work: (desk: Desk) => Promise<T>, { begin = false } = {}): Promise<T> => {
  const safety = await loadSafety();
  const folders = await foldersOf(context, values);
  if (begin) mkdirSync(folders.data, { recursive: true, mode: 0o700 });
  else await needRecord(folders);
  const { nodeHasher: hash } = safety;
  const now = Date.parse(context.now());
  const store = openOrRefuse(safety, folders.data);
  try {
    const device = safety.openCommandDevice(folders.keys);
    const installation = safety.openInstallationKey(folders.keys);
    const organisation: LogName = `organisation:${store.organisation.id}`;
    const readCard: Desk['card'] = async () => {
      const { records, parts } = await store.read(organisation);
      const texts = textsOf(parts);
      return { card: foldOrganisation(organisation, records), wordsOf: ({ part }) => texts.get(part) };
    };
    const knowledge: Desk['knowledge'] = async () => {
      const { card, wordsOf } = await readCard();
      return knowledgeFor(context.bundle(), card, wordsOf);
    };
    const bundle = await knowledge();
    const vouch = async (log: LogName): Promise<void> => {
      const { head } = await store.read(log, { limit: 0 });
      if (head.seq > 0) await store.witness(safety.witnessHead(installation, head, new Date(now).toISOString()));
    };
    const say: Desk['say'] = (log, drafts, zone = 'Asia/Tokyo') => safety.speakAlone(folders.keys, () => sayNow(log, drafts, zone));
    const sayNow = async (log: LogName, drafts: readonly Draft[], zone: string): Promise<readonly Link[]> => {
      const { records, head } = await store.read(log);
      const mine = records.filter(isHere).findLast(({ entry }) => entry.device === device.device);
      const place = { log, base: head.chain, prior: mine ? contentHash(mine.entry, hash) : null, zone };
      const { entries, parts } = safety.writeAsServer(device, device.actor, place, drafts, now);
      for (const signed of entries) {
        const [problem] = readEntry(signed).problems;
        if (problem) {
          const { message } = sayProblem(problem.code === 'too-large' ? 'entry-too-large' : problem.code, { field: problem.field });
          throw new Refused(exitCodes.mistake, message);
        }
      }
      const problem = checkSayings(bundle, entries, parts);
      if (problem) throw new Refused(exitCodes.mistake, problem.message);
      const { card } = await readCard();
      const verdict = judgeEntry({ knowledge: bundle, card: () => card, decode: (bytes) => Buffer.from(bytes).toString() });
      const placed = await store.append({ log, entries, parts }, { arrivedAt: new Date(now).toISOString(), skewSeconds: 0 }, verdict);
      if (!placed.ok) throw new Error(`the store refused: ${placed.error.code}`);
      return placed.value.links;
    };
    return await work({
      ...folders,
      store,
      bundle,
      installation,
      organisation,
      now,
      newId: () => uuidV7(now, crypto.getRandomValues(new Uint8Array(10))),
      find: async (word) => findIn((await store.logs()).map((l) => l.log).filter(isIncidentLog), word),
      whole: async (log) => {
        const { records, parts } = await store.read(log);
        const incident = foldIncident(log, records);
        const { card, wordsOf: wordsOnCard } = await readCard();
        const texts = textsOf(parts);
        return {
          id: idOfLog(log),
          log,
          incident,
          records,
          organisation: card,
          duties: dutiesOf(bundle, incident, card),
          wordsOf: (ref) => (ref ? (texts.get(ref.part) ?? wordsOnCard(ref)) : undefined),
        };
      },
      card: readCard,
      knowledge,
      say,
      vouch,
    });
  } catch (error) {
    throw refusalOfOpening(safety, folders.data, error);
  } finally {
    await store.close();
  }
};

const openOrRefuse = (safety: Awaited<ReturnType<typeof loadSafety>>, folder: string): SqliteStore => {
  try {
    return safety.openSqliteStore(folder, safety.nodeHasher);
  } catch (error) {
    throw refusalOfOpening(safety, folder, error);
  }
};

/** What failed while a record was opened or read, as a refusal where a person can cure it. */
export const refusalOfOpening = (safety: Awaited<ReturnType<typeof loadSafety>>, folder: string, error: unknown): unknown => {
  const text = error instanceof safety.DatabaseRefused ? error.text : safety.sayUnopened(folder, error);
  return text ? new Refused(exitCodes.unreadable, text) : error;
};

/** The word that names the incident. */
export const needIncident = (words: readonly string[]): string => {
  const [word] = words;
  if (word !== undefined && word.length >= 2) return word;
  throw new Refused(exitCodes.usage, {
    ja: 'どのインシデントかを、id のはじめの数文字か呼び名で書いてください。',
    en: 'Name the incident by the beginning of its id, or by its code name.',
  });
};
