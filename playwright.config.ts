import { defineConfig } from '@playwright/test'

// Every spec runs in both shells against the real host: `web` in Chromium, `electron` in a real window under Xvfb.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: process.env['PW_WORKERS'] ? Number(process.env['PW_WORKERS']) : 2,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  outputDir: 'test-results',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '.cache/playwright.json' }],
  ],
  projects: [
    // What only a desktop window can do is not asked of the browser, nor the other way round.
    { name: 'web', metadata: { shell: 'web' }, testIgnore: '**/electron-*.spec.ts' },
    { name: 'electron', metadata: { shell: 'electron' }, testIgnore: '**/web-*.spec.ts' },
  ],
})
