/**
 * Compiles tools/kernel/kernel.as.ts to resources/encoder/kernel.wasm, which is committed: building the app needs no
 * AssemblyScript. Run it after a change to the source: `node tools/kernel/build.mjs`.
 */
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

const { error, stderr } = await asc.main([
  file('kernel.as.ts'),
  ...['--outFile', file('../../resources/encoder/kernel.wasm'), '--baseDir', '/'],
  ...['--enable', 'simd', '-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--use', 'abort='],
]);
process.stderr.write(stderr.toString());
process.exitCode = error ? 1 : 0;
