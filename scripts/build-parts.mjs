// What is built from what. A part is rebuilt when a file it reads was added, removed or changed since its last build.

const vite = 'node_modules/vite/bin/vite.js';

export const buildParts = [
  {
    id: 'knowledge',
    reads: ['knowledge', 'src/core', 'src/build'],
    skips: ['src/build/pages'],
    makes: 'dist/knowledge/bundle.json',
    keeps: 'dist/knowledge',
    // The builders' own notes of what they last built from: without them they build everything.
    notes: ['dist/knowledge/input.sha256'],
    says: { ja: '知識を組み立てています…', en: 'Building the knowledge…' },
    runs: [['src/build/build-knowledge.ts']],
  },
  {
    id: 'site',
    reads: ['knowledge', 'src/core', 'src/build', 'src/app', 'src/client', 'src/web', 'vite.config.ts'],
    skips: [],
    makes: 'dist/site/ja/index.html',
    keeps: 'dist/site',
    notes: ['dist/site-input.sha256'],
    says: { ja: '画面を組み立てています…', en: 'Building the pages…' },
    runs: [[vite, 'build', '--logLevel', 'warn'], ['src/build/pages/build-pages.ts']],
  },
  {
    // The published form. npm runs no prepack here (ignore-scripts), so it is kept ready for `npm pack`.
    id: 'app',
    reads: ['src/core', 'src/app', 'src/server', 'src/cli', 'src/client'],
    skips: [],
    makes: 'dist/app/run-cli.js',
    keeps: 'dist/app',
    notes: [],
    says: { ja: 'プログラムを組み立てています…', en: 'Building the program…' },
    runs: [['scripts/compile-app.mjs']],
  },
];
