// Parsed by any Node from 16 on: it must be able to say that it is too old.

const oldestNode = 20;
export const wantedNode = 24;

/** Major version of a Node version string such as `20.20.2`. */
export const majorOf = (version) => Number.parseInt(version, 10);

/** What to say to a Node that is too old even to install with; undefined when it will do. */
export const nodeProblem = (version) =>
  majorOf(version) >= oldestNode
    ? undefined
    : {
        ja: `Node.js ${version} は古いため始められません。Node.js ${oldestNode} 以上を入れて、もう一度実行してください。`,
        en: `Node.js ${version} is too old to start: install Node.js ${oldestNode} or later and run this again.`,
      };
