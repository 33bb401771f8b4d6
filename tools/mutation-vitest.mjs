import { defineConfig } from 'vitest/config'

/**
 * The tests of mutation testing: those of the measured folders themselves and the published vectors. What plans, letters and
 * pages happen to notice as well is not counted.
 */
export default defineConfig({
  test: {
    include: [
      'tests/domain/{money,rate,calendar,schedule,loan,limitation,card}/**/*.test.ts',
      'tests/oracles/**/*.test.ts',
    ],
    environment: 'node',
    setupFiles: ['tools/mutation-runs.mjs'],
    testTimeout: 60_000,
  },
})
