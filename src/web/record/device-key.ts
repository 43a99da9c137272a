import { toBase64url, uuidV7 } from '../../core/index.ts';
import { done, getFrom, transact } from './database.ts';

/** Who speaks from this browser: the device by its key, the person by an id that says nothing about them. */
export type Me = { readonly actor: string; readonly device: string; readonly key?: CryptoKey; readonly name?: string };

export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** A key that never leaves the browser, or an unsigned device where the browser has no Ed25519 or the page no safe origin. */
const makeMe = async (): Promise<Me> => {
  const actor = uuidV7(Date.now(), randomBytes(10));
  try {
    const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    return { actor, device: `ed25519:${toBase64url(raw)}`, key: pair.privateKey };
  } catch {
    return { actor, device: `unsigned:${uuidV7(Date.now(), randomBytes(10))}` };
  }
};

/** Reads who speaks from this browser, or begins it. Two windows that open at once agree. */
export const meOf = async (db: IDBDatabase | undefined): Promise<Me> => {
  const kept = db && (await getFrom(db.transaction('settings'), 'settings', 'me'));
  if (kept) return kept as Me;
  const fresh = await makeMe();
  if (!db) return fresh;
  const settle = (me: Me): Promise<Me> =>
    transact(db, ['settings'], async (tx) => {
      const first = (await getFrom(tx, 'settings', 'me')) as Me | undefined;
      if (!first) await done(tx.objectStore('settings').put(me, 'me'));
      return first ?? me;
    });
  try {
    return await settle(fresh);
  } catch {
    // Some browsers cannot keep a key in their database.
    return settle({ actor: fresh.actor, device: `unsigned:${uuidV7(Date.now(), randomBytes(10))}` });
  }
};

export const signWith =
  (key: CryptoKey | undefined) =>
  async (message: string): Promise<string | null> =>
    key ? toBase64url(new Uint8Array(await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(message)))) : null;
