import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// No test may touch the records and keys of whoever runs it, not even one that forgets to name a folder.
const home = mkdtempSync(join(tmpdir(), 'shodo-tests-'));

/** What drives a browser takes longest and begins first, so that no core waits for it at the end. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const drives = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/web/');
    const sorted = await super.sort(files);
    return [...sorted.filter(drives), ...sorted.filter((file) => !drives(file))];
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config') },
    sequence: { sequencer: BrowserFirst },
    // Two cores: browser and server tests are heavy, so files run at most two at a time.
    maxWorkers: 2,
  },
});
