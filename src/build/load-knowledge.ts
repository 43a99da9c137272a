import { readFileSync } from 'node:fs';
import { type Bundle, canonicalJson, type DutyKnowledge, type LibraryKnowledge, type ResponseKnowledge } from '../core/index.ts';
import { hashOf } from './hash-of.ts';
import type { Problem } from './problem.ts';
import { readFolder } from './read-folder.ts';
import { type KnowledgeFiles, parseKnowledge } from './parse-knowledge.ts';

/** The knowledge as built, what is wrong with it, and the parts that tests and the linter need beside the bundle. */
export type LoadedKnowledge = { readonly bundle: Bundle; readonly files: KnowledgeFiles; readonly problems: readonly Problem[] };

const programVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

const seal = (files: KnowledgeFiles): Bundle => {
  const { reserved, examples, scenarios, places, others, ...content } = files;
  const hash = hashOf(canonicalJson(content));
  return { version: `${programVersion()}+${hash.slice(0, 8)}`, hash, ...content };
};

/** Reads and checks the shape of a knowledge folder. Files that are not there yet count as empty; nothing throws. */
export const loadKnowledge = (dir: string): LoadedKnowledge => {
  const { files, problems } = parseKnowledge(readFolder(dir));
  return { bundle: seal(files), files, problems };
};

const pick = <K extends keyof Bundle>(bundle: Bundle, ...names: readonly K[]): Pick<Bundle, K> =>
  Object.fromEntries(names.map((name) => [name, bundle[name]])) as Pick<Bundle, K>;

/** The part of a bundle that the decision core reads. Its hash stays that of the whole bundle. */
export const dutiesOf = (bundle: Bundle): DutyKnowledge =>
  pick(
    bundle,
    'version',
    'hash',
    'facts',
    'groups',
    'implications',
    'base',
    'recipients',
    'delegations',
    'offices',
    'calendars',
    'commonForms',
    'agreements',
  );

/** The part of a bundle that is looked up by itself. */
export const libraryOf = ({ version, hash, forms, library }: Bundle): LibraryKnowledge => ({ version, hash, forms, ...library });

/** The part of a bundle that the incident page reads beside the duties. Of the forms those that have a screen there. */
export const responseOf = (bundle: Bundle): ResponseKnowledge => ({
  ...pick(bundle, 'playbooks', 'ladder', 'directory', 'recipients', 'contacts', 'sweep', 'severity', 'stakeholders'),
  forms: bundle.forms.filter((form) => form.screen),
  blocks: bundle.blocks.map(({ id, title }) => ({ id, title })),
});
