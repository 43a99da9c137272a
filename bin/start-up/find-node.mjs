import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { majorOf, wantedNode } from './check-node.mjs';
import { StartUpError } from './say.mjs';

/** The Node that npm installed for this platform (an optional dependency), wherever npm put it. */
const installedNode = (root, platform, arch) => {
  try {
    const home = dirname(createRequire(join(root, 'package.json')).resolve(`node-${platform}-${arch}/package.json`));
    const binary = join(home, 'bin', 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Path of a Node that runs TypeScript directly: the running one when it is new enough, else the one that npm installed.
 * Throws a StartUpError that names the cure when there is neither.
 */
export const findNode = ({
  root,
  execPath = process.execPath,
  version = process.versions.node,
  platform = process.platform,
  arch = process.arch,
}) => {
  if (majorOf(version) >= wantedNode) return execPath;
  const found = installedNode(root, platform, arch);
  if (found) return found;
  throw new StartUpError({
    ja: `この機種には Node.js ${wantedNode} が自動では入りません。Node.js ${wantedNode} 以上を入れて、もう一度実行してください（いまは ${version}）。`,
    en: `Node.js ${wantedNode} cannot be installed automatically on this machine: install Node.js ${wantedNode} or later and run this again (this is ${version}).`,
  });
};
