import { MONTHLY } from '#domain/calendar/cadence'
import type { InterestRate } from '#domain/rate/interest-rate'
import type { LoanTerms } from '#domain/loan/loan'
import { buildSchedule } from '#domain/schedule/build-schedule'
import type { Arguments } from './arguments'
import { CliError } from './cli-error'

const KINDS = ['levelInstalment', 'equalPrincipal', 'interestFirst', 'bullet', 'flatFee'] as const

/** `schedule`: the contract written out. `--fee-rate` is per period on the original principal (`flatFee`). */
export function scheduleCommand(given: Arguments): object {
  const schedule = buildSchedule(termsFrom(given))
  if (!schedule.ok) throw new CliError(schedule.error)
  return { rows: schedule.value.rows, totals: schedule.value.totals }
}

function termsFrom(given: Arguments): LoanTerms {
  const kind = given.oneOf('kind', KINDS)
  const dayBasis = given.oneOf('day-basis', ['360', '365'], '360') === '365' ? 365 : 360
  const yearly = (): InterestRate => ({ partsPerTenMillion: given.fraction('annual-rate'), per: 'year', dayBasis })
  const drawn = { principalFen: given.amount('principal'), drawnOn: given.date('drawn') }
  if (kind === 'bullet') return { kind, ...drawn, maturesOn: given.date('first-due'), rate: yearly() }
  const instalments = {
    ...drawn,
    periods: given.whole('periods'),
    firstDueOn: given.date('first-due'),
    cadence: MONTHLY,
  }
  if (kind === 'flatFee')
    return {
      kind,
      ...instalments,
      feeRate: { partsPerTenMillion: given.fraction('fee-rate'), per: 'month', dayBasis },
      feeTiming: 'everyPeriod',
    }
  return {
    kind,
    ...instalments,
    rate: yearly(),
    firstPeriod: given.oneOf('first-period', ['whole', 'days'], 'whole'),
  }
}
