// Every npm script is one of these: what must be built first, then programs for Node, in order, until one fails.
// The arguments of the npm script go to the last program. `start` builds by itself, as `npx shodo start` does.

export const tasks = {
  start: { needs: 'none', runs: [['bin/shodo.mjs', 'start']] },
  test: { needs: 'all', runs: [['scripts/run-tests.mjs']] },
  check: {
    needs: 'none',
    runs: [
      ['node_modules/typescript/bin/tsc', '--project', '.'],
      ['node_modules/typescript/bin/tsc', '--project', 'src/core', '--noEmit'],
      ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
      ['node_modules/knip/bin/knip.js'],
    ],
  },
  bench: { needs: 'all', runs: [['test/bench/run-bench.ts']] },
  soak: { needs: 'all', runs: [['test/bench/run-soak.ts']] },
  knowledge: { needs: 'none', runs: [['src/build/show-knowledge.ts']] },
  build: { needs: 'all', runs: [] },
  screenshots: { needs: 'all', runs: [['scripts/make-screenshots.mjs']] },
};
