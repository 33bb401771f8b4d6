import { readFileSync } from 'node:fs'
import { parseLenderPlan } from '#domain/loan/parse-lender-plan'
import { recoverPlan } from '#domain/loan/recover-plan'
import { parseRate } from '#domain/rate/parse-rate'
import type { InterestRate } from '#domain/rate/interest-rate'
import type { Arguments } from './arguments'
import { CliError } from './cli-error'
import { rateWords } from './rate-words'

/** `recover FILE|-`: a pasted repayment plan read backwards. Lines that were not read are listed with their reason. */
export function recoverCommand(given: Arguments, language: 'zh-CN' | 'en'): object {
  const { rows, dropped } = parseLenderPlan(planText(given))
  const read = recoverPlan({
    rows,
    principalFen: given.has('principal') ? given.amount('principal') : null,
    receivedFen: given.has('received') ? given.amount('received') : null,
    drawnOn: given.has('drawn') ? given.date('drawn') : null,
    advertised: given.has('advertised') ? advertisedRate(given.text('advertised')) : null,
  })
  if (!read.ok) throw new CliError({ ...read.error, dropped })
  const { fits, ...plan } = read.value
  return { fits: fits.map((fit) => ({ ...fit, inWords: rateWords(fit.rate, language) })), ...plan, dropped }
}

function planText(given: Arguments): string {
  const [path, ...more] = given.positionals
  if (path === undefined || more.length > 0) throw new CliError({ code: 'one_plan_file_expected' })
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch (cause) {
    throw new CliError({ code: 'file_not_read', reason: (cause as { code?: string }).code ?? 'unknown' })
  }
}

function advertisedRate(text: string): InterestRate {
  const rate = parseRate(text)
  if (!rate.ok) throw new CliError({ ...rate.error, option: '--advertised' })
  return rate.value
}
