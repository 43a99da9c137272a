// `npm run soak`: the counted bars whole, where `npm test` runs a sample of them and says so.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../house/source-files.ts';

const counted = ['test/properties', 'test/legal', 'test/record', 'src/build'];
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--testTimeout=600000', ...counted], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SHODO_WHOLE: '1' },
});
process.exitCode = status ?? 1;
