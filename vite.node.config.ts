import { defineConfig } from 'vite';

/** The programs that run in Node alone: the command line, its encoder thread, the evaluation and the benchmarks. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out/node',
    sourcemap: true,
    rolldownOptions: {
      input: {
        cli: 'src/cli/main.ts',
        'encoder-thread': 'src/cli/encoderThread.ts',
        eval: 'bench/eval.ts',
        bench: 'bench/bench.ts',
        'train-comparable': 'tools/train/comparable.ts',
        'train-phrases': 'tools/train/phrases.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
