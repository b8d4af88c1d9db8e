/**
 * Compiles tools/kernel/dots.as.ts and writes it into the core as text: `node tools/kernel/buildDots.mjs`. It is under a
 * kilobyte; so the alignment needs no file beside it in any thread.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

let wasm = new Uint8Array();
const { error, stderr } = await asc.main(
  [
    file('dots.as.ts'),
    ...['--outFile', 'dots.wasm', '--baseDir', '/'],
    ...['--enable', 'simd', '-O3', '--noAssert', '--runtime', 'stub', '--importMemory'],
  ],
  {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) wasm = contents;
    },
  },
);
process.stderr.write(stderr.toString());
if (error) process.exit(1);
const lines =
  Buffer.from(wasm)
    .toString('base64')
    .match(/.{1,96}/g) ?? [];
writeFileSync(
  file('../../src/core/align/dotsModule.ts'),
  [
    '/** The kernel of dots.ts, WebAssembly in base64. Written by tools/kernel/buildDots.mjs from dots.as.ts. */',
    'export const DOTS_MODULE = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n'),
);
