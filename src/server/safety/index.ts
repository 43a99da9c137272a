// What the command line needs of a data folder, without the HTTP server.
export { defaultDataFolder, probeFolder } from '../data-folder.ts';
export { sayUnopened } from '../disk-trouble.ts';
export { nodeHasher } from '../record/node-hasher.ts';
export { DatabaseRefused, databasePath, openReadOnly } from '../record/open-database.ts';
export { writeAsServer } from '../record/own-pen.ts';
export { openSqliteStore, type SqliteStore } from '../record/sqlite-store.ts';
export { openBackupKey, readBackupKey } from './backup-key.ts';
export { openSealCheck } from './check-seals.ts';
export { checkStore, type StoreProof } from './check-store.ts';
export { defaultKeyFolder, openCommandDevice, openInstallationKey, type Signer, speakAlone, witnessHead } from './key-folder.ts';
export { makeBackup } from './make-backup.ts';
export { restoreBackup, type RestoreRefusal } from './restore-backup.ts';
export { storedLines } from './stored-lines.ts';
export { writeWhole } from './write-whole.ts';
export { openRecord } from '../record/open-record.ts';
