import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

// The targets suit the official Electron and the one that a closed network gets (Electron 33: Chromium 130, Node 20.18).
export default defineConfig({
  main: {
    build: { target: 'node20.18', sourcemap: true, minify: true, externalizeDeps: false },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      // A sandboxed preload has to be CommonJS.
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [svelte()],
    // Small files start sooner: what the window waits for is reading and compiling the page's script.
    build: { target: 'chrome130', sourcemap: true, minify: true },
    worker: { format: 'es' },
  },
});
