import { svelte } from '@sveltejs/vite-plugin-svelte';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'electron-vite';
import { messages } from './vite.messages.ts';

// The targets suit the official Electron and the one that a closed network gets (Electron 33: Chromium 130, Node 20.18).
export default defineConfig({
  main: {
    plugins: [paraglideVitePlugin(messages)],
    build: { target: 'node20.18', sourcemap: true, externalizeDeps: false },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      // A sandboxed preload has to be CommonJS.
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [paraglideVitePlugin(messages), svelte()],
    build: { target: 'chrome130', sourcemap: true },
    worker: { format: 'es' },
  },
});
