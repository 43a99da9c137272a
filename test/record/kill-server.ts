// A whole server on a folder, to be killed while it answers. Says its port.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/server/start-server.ts';
import { smallBundle } from '../support/small-bundle.ts';

const [folder = ''] = process.argv.slice(2);
mkdirSync(join(folder, 'site'), { recursive: true });
writeFileSync(join(folder, 'site/index.html'), '<!doctype html>');
const started = await startServer({
  bundle: { ...smallBundle, hash: smallBundle.hash.repeat(16) },
  site: join(folder, 'site'),
  version: '0.0.0',
  host: '127.0.0.1',
  port: 0,
  data: join(folder, 'data'),
  keys: join(folder, 'keys'),
  now: () => new Date().toISOString(),
  report: (line) => process.stderr.write(`${line}\n`),
});
if (!started.ok) throw new Error(started.error.en);
process.stdout.write(`${new URL(started.value.address).port}\n`);
