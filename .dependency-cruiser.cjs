/** The layering of ARCHITECTURE.md, as rules that `npm test` holds. */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'The pipeline runs in a worker, in Node and in tests alike: no Electron, Svelte or Node in it.',
      severity: 'error',
      from: { path: '^src/core', pathNot: '\\.test\\.ts$|/testdata/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-imports-only-core',
      severity: 'error',
      from: { path: '^src/core' },
      to: { path: '^src/(?!core/|contract\\.ts)' },
    },
    {
      name: 'core-without-frameworks',
      severity: 'error',
      from: { path: '^src/core' },
      to: { path: 'node_modules/(electron|svelte|bits-ui|@lucide)/' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^src/(renderer|worker)', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-imports',
      comment: 'The page shares the contract, the pure core and the worker entry; nothing of main, preload or cli.',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { path: '^src/(main|preload|cli)' },
    },
    {
      name: 'worker-imports',
      severity: 'error',
      from: { path: '^src/worker' },
      to: { path: '^src/(main|preload|cli|renderer)' },
    },
    {
      name: 'main-imports',
      comment: 'Main parses no article: it shares the contract and the messages only.',
      severity: 'error',
      from: { path: '^src/main' },
      to: { path: '^src/(renderer|worker|cli|preload|core)' },
    },
    {
      name: 'preload-imports',
      severity: 'error',
      from: { path: '^src/preload' },
      to: { path: '^src/(?!preload|contract\\.ts)' },
    },
    {
      name: 'cli-imports',
      severity: 'error',
      from: { path: '^src/cli' },
      to: { path: '^src/(main|preload|renderer|worker)' },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^src/contract\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'no-circles',
      comment: 'Types that name each other are no circle: nothing of them is left when the program runs.',
      severity: 'error',
      from: { path: '^src' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/messages' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.mjs', '.js', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'types', 'default'],
    },
  },
};
