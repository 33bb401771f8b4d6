import { isLocalDate } from '#domain/calendar/local-date'
import { effectiveAnnual, nominalApr, type CashFlow } from '#domain/rate/xirr'
import { parseRate } from '#domain/rate/parse-rate'
import { rateInWords } from '#domain/rate/rate-in-words'
import { CliError } from './cli-error'
import { rateWords } from './rate-words'

const AMOUNT = /^[+-]?\d{1,13}(\.\d{1,2})?$/

/** `rate TEXT`: a rate as people are told it (日息万五), said back with its period and what it is in other periods. */
export function rateTextCommand(text: string, language: 'zh-CN' | 'en'): object {
  const rate = parseRate(text)
  if (!rate.ok) throw new CliError(rate.error)
  return { inWords: rateWords(rate.value, language), rate: rate.value, facts: rateInWords(rate.value) }
}

/** `rate`: CSV `date,amount` in yuan, + received, − paid; a first line without a date is a header. */
export function rateCommand(csv: string): object {
  const flows = csv
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .flatMap(({ line, number }) => {
      const flow = flowOf(line)
      if (flow) return [flow]
      if (number === 1) return []
      throw new CliError({ code: 'row_unreadable', line: number })
    })
  if (flows.length < 2) throw new CliError({ code: 'too_few_flows', flows: flows.length })
  const yearly = effectiveAnnual(flows)
  const roots = yearly.kind === 'one' ? [yearly.root] : yearly.kind === 'several' ? yearly.roots : []
  return { effectiveAnnual: { roots }, nominalApr: nominalApr(flows) }
}

function flowOf(line: string): CashFlow | null {
  const [date = '', amount = ''] = line.split(',').map((cell) => cell.trim())
  if (!isLocalDate(date) || !AMOUNT.test(amount)) return null
  return { on: date, amountFen: Math.round(Number(amount) * 100) }
}
