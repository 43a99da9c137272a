import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeBundle } from '../app/index.ts';
import { hashOf } from './hash-of.ts';
import { dutiesOf, libraryOf, loadKnowledge } from './load-knowledge.ts';
import { type Problem, sayProblem } from './problem.ts';
import { readFolder } from './read-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What decides whether a built bundle is still good: every text of the knowledge, and the program that reads it. */
const inputHash = (dir: string): string => {
  const code = readdirSync(join(root, 'src/build'), { recursive: true, encoding: 'utf8' })
    .filter((p) => p.endsWith('.ts') && !p.endsWith('.test.ts'))
    .sort();
  const schema = join(root, 'src/app/contract/bundle.ts');
  const program = [join(root, 'package.json'), schema, ...code.map((p) => join(root, 'src/build', p))].map((p) => readFileSync(p, 'utf8'));
  return hashOf(JSON.stringify([[...readFolder(dir)], program]));
};

const stampOf = (out: string): string | undefined => {
  const stamp = join(out, 'input.sha256');
  const built = [stamp, ...['bundle.json', 'duties.json', 'library.json', 'bundle.schema.json'].map((file) => join(out, file))];
  return built.every((file) => existsSync(file)) ? readFileSync(stamp, 'utf8') : undefined;
};

/**
 * Builds dist/knowledge (bundle.json, duties.json, library.json, bundle.schema.json) where the knowledge changed since the last build,
 * else leaves it alone. Problems
 * are returned, not thrown: what could be read is built.
 */
export const buildKnowledge = (dir: string, out: string): { readonly built: boolean; readonly problems: readonly Problem[] } => {
  const hash = inputHash(dir);
  if (stampOf(out) === hash) return { built: false, problems: [] };
  const { bundle, problems } = loadKnowledge(dir);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'bundle.json'), JSON.stringify(bundle));
  writeFileSync(join(out, 'duties.json'), JSON.stringify(dutiesOf(bundle)));
  writeFileSync(join(out, 'bundle.schema.json'), `${JSON.stringify(describeBundle(), null, 2)}\n`);
  writeFileSync(join(out, 'library.json'), JSON.stringify(libraryOf(bundle)));
  // A build with problems is never taken as good, so that the next run says them again.
  writeFileSync(join(out, 'input.sha256'), problems.length ? '' : hash);
  return { built: true, problems };
};

const main = (): void => {
  const { built, problems } = buildKnowledge(join(root, 'knowledge'), join(root, 'dist/knowledge'));
  for (const problem of problems) console.error(`knowledge/${sayProblem(problem)}`);
  console.log(built ? `knowledge built, ${problems.length} problems` : 'knowledge is up to date');
  if (problems.length) process.exitCode = 1;
};

if (import.meta.main) main();
