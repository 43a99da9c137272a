import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import Database from 'better-sqlite3';
import { type DeviceId, type Head, headMessage, type SignedHead } from '../../core/index.ts';

type Surroundings = { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>>; readonly home: string };

/**
 * Where the keys lie: outside the data folder, so that who takes a copy of the data does not take the keys with it.
 * `SHODO_KEYS` names another place.
 */
export const defaultKeyFolder = (
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string => {
  if (env.SHODO_KEYS && isAbsolute(env.SHODO_KEYS)) return env.SHODO_KEYS;
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Shodo Keys');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Shodo Keys');
  const xdg = env.XDG_CONFIG_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.config'), 'shodo');
};

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * The text of a file that only its owner may read; made where there is none. Two programs that start at once end with the
 * same one: a half-written file never has the name.
 */
export const keepSecret = (folder: string, name: string, make: () => string): { readonly text: string; readonly made: boolean } => {
  const path = join(folder, name);
  const found = readIfThere(path);
  if (found !== undefined) return { text: found, made: false };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${name}-${randomUUID()}`);
  const text = make();
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
    return { text, made: true };
  } catch (error) {
    const there = readIfThere(path);
    if (there !== undefined) return { text: there, made: false };
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // A disk that knows no second names.
    writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true });
    return { text, made: true };
  } finally {
    unlinkSync(draft);
  }
};

const newKey = (): string => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));

const deviceOf = (key: KeyObject): DeviceId => `ed25519:${key.export({ format: 'jwk' }).x}`;

/** A key that signs, with the id that its public half makes. */
export type Signer = { readonly device: DeviceId; readonly sign: (message: string) => string };

const signerFrom = (pem: string): Signer => {
  const key = createPrivateKey(pem);
  return { device: deviceOf(key), sign: (message) => sign(null, Buffer.from(message), key).toString('base64url') };
};

/** The key with which this installation vouches for how far its logs reach. */
export const openInstallationKey = (folder: string): Signer => signerFrom(keepSecret(folder, 'installation.pem', newKey).text);

/** Signs a head: the log reached so far at that moment. */
export const witnessHead = ({ device, sign: by }: Signer, { log, seq, chain }: Head, signedAt: string): SignedHead => {
  const said = { log, seq, chain, signedAt };
  return { ...said, signer: device, signature: by(headMessage(said)) };
};

/** The command line is a device of its own: its key, and the person who uses it as the log knows them. */
export const openCommandDevice = (folder: string): Signer & { readonly actor: string } => {
  const { text } = keepSecret(folder, 'command-line.json', () => JSON.stringify({ actor: randomUUID(), key: newKey() }));
  const { actor, key } = JSON.parse(text) as { actor: string; key: string };
  return { actor, ...signerFrom(key) };
};

/**
 * Lets one command speak at a time: each entry of a device follows the one before, so two that are written at once would
 * fork its chain. The lock is one of the operating system and ends with the process.
 */
export const speakAlone = async <T>(folder: string, speak: () => Promise<T>): Promise<T> => {
  const lock = new Database(join(folder, 'command-line.lock'), { timeout: 30_000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return await speak();
  } finally {
    lock.close();
  }
};
