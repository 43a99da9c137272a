import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens that need a bundler. Pages name their files by the manifest. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Loading these changes nothing by itself: what a screen does not use of them stays out of it.
      treeshake: { moduleSideEffects: (id) => !/\/src\/(core|app|client)\//.test(id) },
      input: {
        duties: 'src/web/duties/main.tsx',
        incident: 'src/web/incident/main.tsx',
        incidents: 'src/web/incidents/main.tsx',
      },
    },
  },
});
