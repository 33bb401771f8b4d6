import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    // Importing electron in plain Node starts a download: the guard makes that an error instead.
    env: { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' },
    testTimeout: 60_000,
    reporters: ['default'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
})
