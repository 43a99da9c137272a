import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// No test may touch the records and keys of whoever runs it, not even one that forgets to name a folder.
const home = mkdtempSync(join(tmpdir(), 'shodo-tests-'));

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config') },
    // Two cores: browser and server tests are heavy, so files run at most two at a time.
    maxWorkers: 2,
  },
});
