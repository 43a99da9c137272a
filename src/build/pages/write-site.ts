import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file of the site: its address, and its bytes as they are, gzipped and in Brotli. `seldom` read: packed quickly rather than tightly. */
export type SiteFile = { readonly path: string; readonly bytes: Uint8Array; readonly seldom?: boolean };

const packable = /\.(html|css|js|svg|json|txt)$/;

export const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });

const brotli = (bytes: Uint8Array, quality: number): Uint8Array =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/**
 * Writes the whole site anew, each text file with its `.gz` and `.br` beside it. It is written aside and then put in
 * place, so that a server that reads meanwhile never meets half a site.
 */
export const writeSite = (out: string, files: readonly SiteFile[]): void => {
  const [fresh, old] = [`${out}.new-${process.pid}`, `${out}.old-${process.pid}`];
  for (const { path, bytes, seldom } of files) {
    const file = join(fresh, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    if (!packable.test(path)) continue;
    writeFileSync(`${file}.gz`, gzip(bytes));
    writeFileSync(`${file}.br`, brotli(bytes, seldom ? 5 : 11));
  }
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
};
