import { join } from 'node:path';
import { renderSite } from '../../web/pages/render-site.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { bundleAssets } from './bundle-assets.ts';
import { cutPhrases } from './phrases.ts';

/** The whole site in memory, from the knowledge as it stands: address → bytes. */
export const siteInMemory = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const root = join(import.meta.dirname, '../../..');
  const { bundle, files: knowledge } = loadKnowledge(join(root, 'knowledge'));
  const { assets, files } = await bundleAssets(root, bundle);
  const pages = renderSite({ bundle, assets, phrases: cutPhrases, ownContacts: knowledge.contacts, examples: knowledge.examples });
  return new Map([
    ...pages.map(({ path, html }) => [path, Buffer.from(html)] as const),
    ...files.map(({ path, bytes }) => [path, bytes] as const),
  ]);
};
