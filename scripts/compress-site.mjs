// Writes a .br and a .gz beside every text file of the site that gains from it, so that the server never compresses.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const texts = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt', '.xml']);
const site = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'site');

const filesUnder = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

for (const file of filesUnder(site)) {
  if (!texts.has(extname(file))) continue;
  const bytes = readFileSync(file);
  if (bytes.length < 1024) continue;
  const hints = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_QUALITY]: 10 };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: hints }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
