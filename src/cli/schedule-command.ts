import { MONTHLY } from '#domain/calendar/cadence'
import { RATE_SCALE, type InterestRate } from '#domain/rate/interest-rate'
import type { LoanTerms, RecurringFee } from '#domain/loan/terms'
import type { Fen } from '#domain/money/fen'
import { mulDivFen } from '#domain/money/rounding'
import { buildSchedule } from '#domain/schedule/build-schedule'
import type { Arguments } from './arguments'
import { CliError } from './cli-error'

const KINDS = ['levelInstalment', 'equalPrincipal', 'interestFirst', 'bullet', 'flatFee'] as const

/** `schedule`: the contract written out. `--fee-rate` is per period on the original principal, for every kind. */
export function scheduleCommand(given: Arguments): object {
  const terms = termsFrom(given)
  const schedule = buildSchedule(terms, terms.kind === 'flatFee' ? [] : recurringFees(given, terms.principalFen))
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
      feeRate: given.has('fee-rate')
        ? { partsPerTenMillion: given.fraction('fee-rate'), per: 'month', dayBasis }
        : yearly(),
      feeTiming: 'everyPeriod',
    }
  return {
    kind,
    ...instalments,
    rate: yearly(),
    firstPeriod: given.oneOf('first-period', ['whole', 'days'], 'days'),
  }
}

function recurringFees(given: Arguments, principalFen: Fen): readonly RecurringFee[] {
  if (!given.has('fee-rate')) return []
  const amountFen = mulDivFen(principalFen, given.fraction('fee-rate'), RATE_SCALE)
  return [{ id: 'fee', name: '', amountFen, timing: 'everyInstalment' }]
}
