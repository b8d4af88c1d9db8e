import { benchAlign } from './align.ts';
import { benchEncode } from './encode.ts';
import { benchStart } from './start.ts';

/** `npm run bench -- NAME …`: measurements, each against a peer in the same run. */
const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  align: benchAlign,
  encode: benchEncode,
  start: benchStart,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  await bench(args);
} else {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}\n`);
  process.exitCode = 2;
}
