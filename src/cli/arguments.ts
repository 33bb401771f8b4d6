import { parseArgs } from 'node:util'
import { isLocalDate, type LocalDate } from '#domain/calendar/local-date'
import { parseAmount } from '#domain/money/parse-amount'
import type { Fen } from '#domain/money/fen'
import { RATE_SCALE } from '#domain/rate/interest-rate'
import { CliError } from './cli-error'

const OPTIONS = {
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  kind: { type: 'string' },
  principal: { type: 'string' },
  received: { type: 'string' },
  advertised: { type: 'string' },
  'annual-rate': { type: 'string' },
  'fee-rate': { type: 'string' },
  periods: { type: 'string' },
  drawn: { type: 'string' },
  'first-due': { type: 'string' },
  'day-basis': { type: 'string' },
  'first-period': { type: 'string' },
  'daily-rate': { type: 'string' },
  'day-count': { type: 'string' },
  cadence: { type: 'string' },
  dates: { type: 'string' },
  'rate-step': { type: 'string', multiple: true },
  'interest-only': { type: 'string' },
  balloon: { type: 'string' },
  repayment: { type: 'string' },
  'fee-timing': { type: 'string' },
  'statement-day': { type: 'string' },
  'due-days': { type: 'string' },
  'due-day': { type: 'string' },
  minimum: { type: 'string' },
  'minimum-share': { type: 'string' },
  'minimum-floor': { type: 'string' },
  'minimum-amount': { type: 'string' },
  'interest-on': { type: 'string' },
  compounds: { type: 'boolean' },
  row: { type: 'string', multiple: true },
  rows: { type: 'string' },
  lang: { type: 'string' },
  on: { type: 'string' },
  strategy: { type: 'string' },
  loan: { type: 'string' },
  pdf: { type: 'string' },
  docx: { type: 'string' },
} as const

type OptionName = keyof typeof OPTIONS
type ListOption = 'rate-step' | 'row'
type TextOption = Exclude<OptionName, 'json' | 'text' | 'compounds' | ListOption>

/** The words of one call: which command, its case file, and its options, each read with a check of its own. */
export class Arguments {
  readonly #values: Partial<Record<OptionName, string | boolean | readonly string[]>>
  readonly command: string
  readonly positionals: readonly string[]

  constructor(words: readonly string[], allowed: Readonly<Record<string, readonly string[]>>) {
    let parsed
    try {
      parsed = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true })
    } catch (cause) {
      throw new CliError({ code: 'bad_arguments', message: cause instanceof Error ? cause.message : 'unreadable' })
    }
    const [command, ...positionals] = parsed.positionals
    if (command === undefined || !Object.hasOwn(allowed, command))
      throw new CliError({ code: 'unknown_command', commands: Object.keys(allowed) })
    const stray = Object.keys(parsed.values).find((name) => name !== 'json' && !allowed[command]?.includes(name))
    if (stray !== undefined) throw new CliError({ code: 'option_not_of_this_command', option: `--${stray}` })
    this.command = command
    this.positionals = positionals
    this.#values = parsed.values
  }

  has(name: OptionName): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== false
  }

  text(name: TextOption): string {
    const value = this.#values[name]
    if (typeof value !== 'string' || value === '') throw new CliError({ code: 'option_missing', option: `--${name}` })
    return value
  }

  /** An option that may be given several times. */
  all(name: ListOption): readonly string[] {
    const values = this.#values[name]
    return Array.isArray(values) ? (values as readonly string[]) : []
  }

  oneOf<const T extends string>(name: TextOption, choices: readonly T[], fallback?: T): T {
    if (!this.has(name) && fallback !== undefined) return fallback
    const value = this.text(name)
    const choice = choices.find((candidate) => candidate === value)
    if (choice === undefined) throw new CliError({ code: 'option_not_a_choice', option: `--${name}`, choices })
    return choice
  }

  amount(name: TextOption): Fen {
    const amount = parseAmount(this.text(name))
    if (!amount.ok) throw new CliError({ ...amount.error, option: `--${name}` })
    return amount.value
  }

  /** A rate as a fraction (0.12 is 12 %), in 1e-7. */
  fraction(name: TextOption): number {
    const value = Number(this.text(name))
    if (!Number.isFinite(value) || value < 0) throw new CliError({ code: 'rate_unreadable', option: `--${name}` })
    return Math.round(value * RATE_SCALE)
  }

  whole(name: TextOption): number {
    const text = this.text(name)
    if (!/^\d{1,6}$/.test(text)) throw new CliError({ code: 'number_unreadable', option: `--${name}` })
    return Number(text)
  }

  date(name: TextOption, fallback?: LocalDate): LocalDate {
    if (!this.has(name) && fallback !== undefined) return fallback
    const text = this.text(name)
    if (!isLocalDate(text)) throw new CliError({ code: 'date_does_not_exist', option: `--${name}`, given: text })
    return text
  }

  casePath(): string {
    const [path, ...more] = this.positionals
    if (path === undefined || more.length > 0) throw new CliError({ code: 'one_case_file_expected' })
    return path
  }
}
