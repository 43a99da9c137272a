import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { boundaryRows } from './boundary-rows.ts';
import { checkConfirmed } from './confirmed-rows.ts';
import { lintLogic } from './lint/lint-logic.ts';
import { lawsOf } from './lint/laws.ts';
import { relationsOf } from './lint/relations.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { movedRows } from './moved-rows.ts';
import { type KnowledgeFiles, parseKnowledge } from './parse-knowledge.ts';
import { sayProblem } from './problem.ts';
import { keepTrue } from './keep-true.ts';
import { runExample } from './run-examples.ts';
import { lintKnowledge, placeFinding } from './lint/lint-knowledge.ts';
import { sayRows } from './say-rows.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 27 });

/** The knowledge as it stood at a revision. */
const knowledgeAt = (revision: string): KnowledgeFiles => {
  const paths = git('ls-tree', '-r', '--name-only', revision, 'knowledge/')
    .split('\n')
    .filter((p) => p.endsWith('.yaml'));
  return parseKnowledge(new Map(paths.map((p) => [p.slice('knowledge/'.length), git('show', `${revision}:${p}`)]))).files;
};

/** What changed since a revision, in lines. */
const sayMoved = (before: KnowledgeFiles, after: KnowledgeFiles): readonly string[] => {
  const { came, went, moved } = movedRows(before, after);
  return [
    ...came.map((id) => `new rule: ${id}`),
    ...went.map((id) => `rule gone: ${id}`),
    ...moved.map(
      ({ row, was, is }) =>
        `${row.rule} (${row.about}, text of ${row.on}) at "${row.line}", ${row.cite}: ${was} → ${is}\n    ${JSON.stringify(row.facts)}`,
    ),
  ];
};

const print = (title: string, lines: readonly string[], none: string): void => {
  console.log(`\n${title}`);
  for (const line of lines.length ? lines : [none]) console.log(`  ${line}`);
};

const main = (): void => {
  const { values } = parseArgs({ options: { since: { type: 'string', default: 'HEAD' }, rule: { type: 'string' } } });
  const { bundle, files, problems } = loadKnowledge(join(root, 'knowledge'));
  const rows = boundaryRows(files);
  if (values.rule !== undefined)
    return void console.log(
      sayRows(
        files,
        rows.filter((r) => r.rule === values.rule),
      ),
    );
  const examples = files.examples.flatMap((e) => runExample(bundle, e)).map((f) => placeFinding(files, { ...f, check: 'example' }));
  const confirmed = checkConfirmed(files, rows);
  const all = [...problems, ...lintKnowledge(files), ...lintLogic(files), ...examples, ...confirmed.problems];
  const parts = keepTrue(files, all, rows, new Date().toISOString().slice(0, 10));
  console.log(
    `knowledge ${bundle.version}: ${files.facts.length} facts, ${files.base.terms.length} terms, ${files.base.rules.length} rules, ${files.examples.length} examples`,
  );
  print(
    'Problems',
    all.map((p) => `knowledge/${sayProblem(p)}`),
    'none',
  );
  print(
    'Relations between rules',
    relationsOf(lawsOf(files)).map((r) => `${r.kind}: ${r.rules.join(', ')}`),
    'none',
  );
  const label = new Map(files.base.rules.map((r) => [r.id, `${r.label.ja}（${r.cite}）`]));
  print(
    'Boundary rows (one rule in full: --rule <id>)',
    files.base.rules.map((r) => `${rows.filter((x) => x.rule === r.id).length} ${r.id} ${label.get(r.id)}`),
    'none',
  );
  console.log(`  ${rows.length} rows, ${confirmed.situations} situations`);
  print(`Rows whose answer moved since ${values.since}`, sayMoved(knowledgeAt(values.since), files), 'none');
  for (const { title, lines, fails } of parts) print(`${title}${fails && lines.length ? ' — must be none' : ''}`, lines, 'none');
  if (all.length || parts.some((p) => p.fails && p.lines.length)) process.exitCode = 1;
};

if (import.meta.main) main();
