import { join } from 'node:path';
import { loadKnowledge } from '../../src/build/load-knowledge.ts';

const { bundle, problems } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
if (problems.length > 0) throw new Error(`the knowledge does not load:\n${problems.map(String).join('\n')}`);

/** The real knowledge of the repository, built once for all tests of a file. */
export const knowledge = bundle;
