import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore } from '../../src/app/index.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { nodeHasher } from '../support/pens.ts';
import { storeCases } from './store-cases.ts';

storeCases('in memory', async () => ({ store: openMemoryStore(nodeHasher), remove: async () => {} }));

storeCases('in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shodo-store-'));
  let store = openSqliteStore(folder, nodeHasher);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = openSqliteStore(folder, nodeHasher);
      return store;
    },
    remove: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
