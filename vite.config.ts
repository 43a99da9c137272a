import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The duties check, the one screen that needs a bundler. Pages name its files by the manifest. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/web/duties/main.tsx' },
  },
});
