import { describe, expect, it } from 'vitest';
import { roomOf, type SourceFile, sourceFiles, targetOf } from './source-files.ts';

// docs/architecture.md: which rooms and outside packages each room may import.
const table: Record<string, { readonly rooms: readonly string[]; readonly packages: readonly RegExp[] }> = {
  core: { rooms: [], packages: [/^temporal-polyfill\/fns\//] },
  app: { rooms: ['core'], packages: [/^zod\/mini$/] },
  server: { rooms: ['app', 'core', 'documents'], packages: [/^age-encryption$/, /^node:/, /^fastify$/, /^@fastify\//, /^better-sqlite3$/] },
  client: { rooms: ['app', 'core'], packages: [] },
  web: { rooms: ['client', 'app', 'core', 'documents'], packages: [/^react(-dom)?(\/|$)/, /^@noble\/hashes\/sha2\.js$/] },
  documents: { rooms: ['core'], packages: [] },
  cli: { rooms: ['core', 'app', 'server', 'client', 'documents', 'build'], packages: [/^node:/] },
  // Static pages are rendered at build time from src/web/pages; nothing of the build reaches the browser.
  build: {
    rooms: ['core', 'app', 'web'],
    packages: [/^node:/, /^yaml$/, /^esbuild$/, /^budoux$/, /^vite$/, /^@holiday-jp\/holiday_jp$/, /^@digital-go-jp\/design-tokens/],
  },
};

const doors = new Set(['src/core/index.ts', 'src/app/index.ts']);

const complaintsOf = (file: SourceFile): readonly string[] => {
  const room = roomOf(file.path);
  const rules = table[room];
  if (!rules) return [`${file.path}: no room "${room}" in the house`];
  return file.imports.flatMap((name) => {
    const target = targetOf(file, name);
    if (target === undefined) return rules.packages.some((p) => p.test(name)) ? [] : [`${file.path}: ${room} may not import ${name}`];
    if (!target.startsWith('src/'))
      return room === 'build' || room === 'cli' || room === 'server' ? [] : [`${file.path}: imports ${target}, outside src`];
    const there = roomOf(target);
    if (there === room) return [];
    if (!rules.rooms.includes(there)) return [`${file.path}: ${room} may not import ${there} (${target})`];
    return (there === 'core' || there === 'app') && !doors.has(target)
      ? [`${file.path}: reach ${there} through its index.ts, not ${target}`]
      : [];
  });
};

const cycleFrom = (files: ReadonlyMap<string, SourceFile>): readonly string[] | undefined => {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    const file = files.get(path);
    if (!file || done.has(path)) return undefined;
    for (const name of file.imports) {
      const target = targetOf(file, name);
      const found = target && visit(target, [...trail, path]);
      if (found) return found;
    }
    done.add(path);
    return undefined;
  };
  for (const path of files.keys()) {
    const found = visit(path, []);
    if (found) return found;
  }
  return undefined;
};

describe('arrows of the house', () => {
  const files = sourceFiles();

  it('lets each room import only what the table allows [H-01]', () => expect(files.flatMap(complaintsOf)).toEqual([]));

  it('has no import cycle [H-02]', () => expect(cycleFrom(new Map(files.map((f) => [f.path, f])))).toBeUndefined());

  it('keeps clock, chance, disk and browser out of the core [H-03]', () => {
    const banned =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bglobalThis\.|\bwindow\.|\bdocument\.|\bfetch\(|\blocalStorage\b|\bcrypto\./;
    const found = files
      .filter((f) => roomOf(f.path) === 'core')
      .flatMap((f) =>
        f.text
          .split('\n')
          .flatMap((line, i) => (banned.test(line) && !line.trim().startsWith('*') ? [`${f.path}:${i + 1} ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });

  it('opens Temporal by one door [H-04]', () =>
    expect(files.filter((f) => f.imports.some((i) => i.startsWith('temporal-polyfill'))).map((f) => f.path)).toEqual([
      'src/core/time/temporal.ts',
    ]));

  it('takes zod only as zod/mini and only in the contract [H-05]', () =>
    expect(
      files
        .filter((f) => f.imports.some((i) => i === 'zod' || i.startsWith('zod/')) && !f.path.startsWith('src/app/contract/'))
        .map((f) => f.path),
    ).toEqual([]));
});
