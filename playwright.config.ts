import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the built app; `npm test` builds it first. One at a time: each has the screen and the processor to itself. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
