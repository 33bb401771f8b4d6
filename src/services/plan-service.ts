import type { PlanVersion } from '#domain/plan/plan-version'
import type { Scenario } from '#domain/plan/scenario'
import { err, ok } from '#domain/result'
import type { Change } from './document/case-store'
import { put, without } from './ledger-service'

export const saveScenario =
  (scenario: Scenario): Change =>
  (document) =>
    ok({ ...document, scenarios: put(document.scenarios, scenario) })

export const removeScenario =
  (scenarioId: string): Change =>
  (document) =>
    document.scenarios.some(({ id }) => id === scenarioId)
      ? ok({ ...document, scenarios: without(document.scenarios, scenarioId) })
      : err({ code: 'not_found', id: scenarioId })

/** Adds a version of the plan. One that stands is a promise already made: it is never replaced. */
export const promisePlan =
  (version: PlanVersion): Change =>
  (document) =>
    document.planVersions.some(({ id }) => id === version.id)
      ? err({ code: 'sent_is_final', id: version.id })
      : ok({ ...document, planVersions: [...document.planVersions, version] })
