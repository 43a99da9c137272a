import { fail, type LogPiece, type Peer, type PeerRefusal, type Result, succeed } from '../app/index.ts';
import {
  type ErasedPart,
  type Head,
  isIncidentLog,
  isRecord,
  type Link,
  type Linked,
  type LogName,
  type Part,
  partFromJson,
  partToJson,
} from '../core/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** What came is not what the server promises: treated like a cut line, because nobody knows what happened. */
const broken = (): never => {
  throw new Error('broken answer');
};

/** Our own server says in both languages why it refuses; what stands between may not. */
const refusalOf = (status: number, raw: unknown): PeerRefusal => {
  const bare = { ja: `HTTP ${status}`, en: `HTTP ${status}` };
  return { status, message: { ...bare, ...(raw as { message?: typeof bare } | undefined)?.message } };
};

const partsFrom = (raw: unknown): readonly (Part | ErasedPart)[] =>
  (Array.isArray(raw) ? raw : []).map((part) => partFromJson(part) ?? broken());

/** A linked entry as the server hands it out. Its hashes are checked when it is taken into a store. */
const linkedFrom = (raw: unknown): Linked =>
  isRecord(raw) && isRecord(raw.entry) && isRecord(raw.link) ? (raw as unknown as Linked) : broken();

/** One event of the live stream. */
export const readLive = (text: string): { readonly linked: Linked; readonly parts: readonly (Part | ErasedPart)[] } => {
  const raw: unknown = JSON.parse(text);
  if (!isRecord(raw)) return broken();
  const { entry, signature, link } = linkedFrom(raw);
  return { linked: { entry, signature, link }, parts: partsFrom(raw.parts) };
};

const roomOf = (log: LogName): string =>
  log.startsWith('organisation:') ? 'organisation' : `incidents/${log.slice(log.indexOf(':') + 1)}`;

/** Milliseconds after which a request counts as cut. */
const patience = 20_000;

export type RecordPeer = Peer & {
  /** Address of the live stream of several logs, each after the place that is known. */
  readonly liveAddress: (logs: readonly Head[]) => string;
};

/**
 * The server as the one who keeps the order of the record. `base` is empty for the page's own origin. A server that is away
 * or broken (5xx) throws; one that refuses (4xx) says why.
 */
export const createPeer = (
  base = '',
  { request = fetch, now = Date.now }: { request?: typeof fetch; now?: () => number } = {},
): RecordPeer => {
  const call = async (path: string, body?: unknown): Promise<Result<Json, PeerRefusal>> => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await request(`${base}/api/v1/${path}`, { ...sent, cache: 'no-store', signal: AbortSignal.timeout(patience) });
    const raw: unknown = await response.json().catch(() => undefined);
    // 429 and 503 pass by themselves, like a cut line.
    if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
    if (!response.ok) return fail(refusalOf(response.status, raw));
    return isRecord(raw) ? succeed(raw) : broken();
  };
  return {
    send: async (log, { entries, parts, begins }) => {
      const path = begins && isIncidentLog(log) ? 'incidents' : `${roomOf(log)}/entries`;
      const answer = await call(path, { sentAt: new Date(now()).toISOString(), entries, parts: parts.map(partToJson) });
      if (!answer.ok) return answer;
      const { links } = answer.value;
      if (!Array.isArray(links) || links.length !== entries.length) return broken();
      return succeed(links.map(({ id: _id, ...link }: Link & { id: string }) => link));
    },
    read: async (log, after, limit) => {
      const answer = await call(`${roomOf(log)}/entries?after=${after}&limit=${limit}`);
      // An incident that nobody sent yet is an empty one.
      if (!answer.ok) return answer.error.status === 404 ? succeed({ head: { log, seq: 0, chain: null }, entries: [], parts: [] }) : answer;
      const { head, entries, parts } = answer.value;
      if (!isRecord(head) || typeof head.seq !== 'number' || !Array.isArray(entries)) return broken();
      return succeed<LogPiece>({ head: head as unknown as Head, entries: entries.map(linkedFrom), parts: partsFrom(parts) });
    },
    liveAddress: (logs) => `${base}/api/v1/live?${logs.map(({ log, seq }) => `log=${encodeURIComponent(`${log}:${seq}`)}`).join('&')}`,
  };
};

/** The log of the organisation that the server keeps; undefined where it keeps none or is away. */
export const findOrganisation = async (request = fetch): Promise<LogName | undefined> => {
  try {
    const response = await request('/api/v1/organisation', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    const { log } = (await response.json()) as { readonly log?: unknown };
    return typeof log === 'string' ? log : undefined;
  } catch {
    return undefined;
  }
};
