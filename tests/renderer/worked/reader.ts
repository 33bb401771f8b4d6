import type { WorkedSection, WorkedStep } from '#domain/worked/worked-example'
import type { TFunction } from 'i18next'
import { bareText, formulaPieces } from '../../../src/renderer/features/worked/figure-text'

/** Parses a printed number: `12,000.00`, `0.6%`, `365`. */
export const readNumber = (text: string): number => {
  const value = Number(text.replace(/,/g, '').replace('%', '').replace('−', '-'))
  if (Number.isNaN(value)) throw new Error(`not a number: ${text}`)
  return text.endsWith('%') ? value / 100 : value
}

/** Decimal places a printed figure shows, as a plain number (13.03% shows 4). */
export const placesOf = (text: string): number =>
  (/\.(\d+)/.exec(text)?.[1]?.length ?? 0) + (text.endsWith('%') ? 2 : 0)

/** What stands on the page for a step, and nothing else: the formula and the result as texts. */
export function printedStep(t: TFunction, step: WorkedStep): { formula: string; result: string } {
  const formula = formulaPieces(t, step.formula)
    .map(({ text, isExponent }) => (isExponent ? `^${text}` : text))
    .join('')
  return { formula, result: bareText(t, step.result) }
}

/** A column of a section's table as printed: its cells and its total. */
export function printedColumn(t: TFunction, { table }: WorkedSection, heading: string) {
  const at = table?.columns.findIndex((column) => t(`worked.column.${column}`) === heading) ?? -1
  if (!table || at < 0) throw new Error(`no column ${heading}`)
  const total = table.totals[at]
  return {
    cells: table.rows.flatMap((row) => (row[at] ? [bareText(t, row[at])] : [])),
    total: total ? bareText(t, total) : null,
  }
}

/** A calculator: + − × ÷ ^ and brackets with the usual precedence, on printed numbers. */
export function calculate(formula: string): number {
  const tokens = formula.match(/\d[\d,]*(?:\.\d+)?%?|[+−×÷^()]/g) ?? []
  let at = 0
  const next = (): string => tokens[at++] ?? ''
  const chain = (operators: Record<string, (a: number, b: number) => number>, operand: () => number): number => {
    let value = operand()
    for (let apply = operators[tokens[at] ?? '']; apply; apply = operators[tokens[at] ?? '']) {
      at += 1
      value = apply(value, operand())
    }
    return value
  }
  const sum = (): number => chain({ '+': (a, b) => a + b, '−': (a, b) => a - b }, product)
  const product = (): number => chain({ '×': (a, b) => a * b, '÷': (a, b) => a / b }, power)
  const power = (): number => chain({ '^': Math.pow }, atom)
  const atom = (): number => {
    const token = next()
    if (token !== '(') return readNumber(token)
    const value = sum()
    if (next() !== ')') throw new Error(`a bracket is open: ${formula}`)
    return value
  }
  const value = sum()
  if (at !== tokens.length) throw new Error(`not read to the end: ${formula}`)
  return value
}

/** Rounds half up to the places a printed result shows; doubles are nudged past their last bits first. */
export const roundedTo = (value: number, places: number): number =>
  Math.floor(value * 10 ** places * (1 + 1e-13) + 0.5) / 10 ** places
