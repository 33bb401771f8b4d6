import { RATE_SCALE } from '#domain/rate/interest-rate'
import type { RecurringFee } from '#domain/loan/terms'
import type { Fen } from '#domain/money/fen'
import { mulDivFen } from '#domain/money/rounding'
import { buildSchedule } from '#domain/schedule/build-schedule'
import type { Arguments } from './arguments'
import { CliError } from './cli-error'
import { termsFrom } from './schedule-terms'

/** `schedule`: the contract written out. `--fee-rate` is per period on the original principal, for every kind. */
export function scheduleCommand(given: Arguments): object {
  const terms = termsFrom(given)
  const schedule = buildSchedule(terms, terms.kind === 'flatFee' ? [] : recurringFees(given, terms.principalFen))
  if (!schedule.ok) throw new CliError(schedule.error)
  return { rows: schedule.value.rows, totals: schedule.value.totals }
}

function recurringFees(given: Arguments, principalFen: Fen): readonly RecurringFee[] {
  if (!given.has('fee-rate')) return []
  const amountFen = mulDivFen(principalFen, given.fraction('fee-rate'), RATE_SCALE)
  return [{ id: 'fee', name: '', amountFen, timing: 'everyInstalment' }]
}
