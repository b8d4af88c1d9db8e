#!/usr/bin/env node
/** `npx vis-a-vis …`, `npm run --silent cli -- …`: the command line, built first where that is needed. */
import { ensureBuilt } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { orExit } from './setup/say.mjs';

await orExit(() => {
  ensureDependencies();
  ensureBuilt('node');
});
await import('../out/node/cli.js');
