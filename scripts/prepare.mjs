import { findNode } from '../bin/start-up/find-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

/**
 * Makes a clone ready to run: dependencies as the lock says, and every part of `parts` (`all`, `knowledge` or `none`)
 * newer than its sources. Resolves to the path of the Node to run with.
 */
export const prepare = async (root, parts) => {
  ensureInstalled(root);
  const node = findNode({ root });
  await ensureBuilt(root, node, parts);
  return node;
};
