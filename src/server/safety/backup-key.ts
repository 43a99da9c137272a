import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepSecret } from './key-folder.ts';

const name = 'backup.key';
const identityIn = (text: string): string | undefined => /AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+/.exec(text)?.[0];

export type BackupKey = {
  /** `AGE-SECRET-KEY-1…`: opens every backup. To be written on paper. */
  readonly identity: string;
  /** `age1…`: closes them. */
  readonly recipient: string;
  /** True when it was made just now: then the person must be shown it. */
  readonly made: boolean;
};

/** The key of the backups, in the form that the age program reads too; made at first use. */
export const openBackupKey = async (folder: string): Promise<BackupKey> => {
  const fresh = await generateX25519Identity();
  const recipientOfFresh = await identityToRecipient(fresh);
  const { text, made } = keepSecret(folder, name, () => `# public key: ${recipientOfFresh}\n${fresh}\n`);
  const identity = identityIn(text);
  if (identity === undefined) throw new Error(`${join(folder, name)} holds no age key`);
  return { identity, recipient: await identityToRecipient(identity), made };
};

/** A key as a person gives it: the text itself, or a file that holds it. Undefined when it is neither. */
export const readBackupKey = (said: string): string | undefined => {
  const typed = identityIn(said.replace(/\s/g, '').toUpperCase());
  if (typed !== undefined) return typed;
  try {
    return identityIn(readFileSync(said, 'utf8'));
  } catch {
    return undefined;
  }
};
