import { beforeEach, describe, vi } from 'vitest'

/**
 * Set-up of mutation testing alone: every property runs at most 12 times from one seed, so that a mutant lives or dies the
 * same way each night, and a counterexample is not shrunk. `configureGlobal` cannot do it: a property's own `numRuns` wins.
 */
const RUNS = 12

vi.mock('fast-check', async (importOriginal) => {
  const real = await importOriginal()
  const assert = (property, parameters = {}) =>
    real.assert(property, {
      ...parameters,
      numRuns: Math.min(parameters.numRuns ?? RUNS, RUNS),
      seed: parameters.seed ?? 42,
      endOnFailure: true,
    })
  return { ...real, assert, default: { ...real.default, assert } }
})

// Stryker runs tests in worker threads, where a process cannot change its time zone: what runs in three zones runs once, in
// the zone it is in, and the test that compares them is left to `npm test`.
vi.mock('../tests/domain/zones', () => ({
  RUNS: { numRuns: RUNS },
  inEveryZone: (work) => [work()],
  describeInZones: (name, tests) => describe(name, tests),
}))
beforeEach(({ task, skip }) => skip(task.name.includes('time zones')))
