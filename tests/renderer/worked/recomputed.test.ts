import { describe, expect, it } from 'vitest'
import { WORKED_IDS, workedExample } from '#domain/worked/worked-examples'
import { startI18n } from '../../../src/renderer/i18n'
import { pageValues } from '../../../src/renderer/features/worked/figure-text'
import { calculate, placesOf, printedColumn, printedStep, readNumber, roundedTo } from './reader'

const examples = WORKED_IDS.map((id) => workedExample(id)!)
const { t } = startI18n('zh-CN')

describe('what a reader with a calculator finds', () => {
  it('reads a formula as paper does', () => {
    expect(calculate('12,000.00 × 0.6% ÷ (1 + 1%)^2 − 3')).toBeCloseTo((12_000 * 0.006) / 1.01 ** 2 - 3, 12)
    expect(() => calculate('(1 + 2')).toThrow()
    expect(roundedTo(0.125, 2)).toBe(0.13)
  })

  const steps = examples.flatMap((example) =>
    example.sections.flatMap((section) => section.steps.map((step) => [example.id, step.code, section, step] as const)),
  )
  it.each(steps)('%s, %s: the printed numbers give the printed result', (_id, _code, section, step) => {
    const { formula, result } = printedStep(t, step)
    const places = placesOf(result)
    if (!formula.startsWith('Σ ')) {
      expect(roundedTo(calculate(formula), places)).toBeCloseTo(readNumber(result), 9)
      return
    }
    const { cells, total } = printedColumn(t, section, formula.slice(2))
    const added = cells.reduce((sum, cell) => sum + readNumber(cell), 0)
    expect(roundedTo(added, places)).toBeCloseTo(readNumber(result), 9)
    expect(total).toBe(result)
  })

  it('adds up every column to the total printed under it', () => {
    let sums = 0
    for (const { sections } of examples)
      for (const section of sections)
        for (const [at, figure] of (section.table?.totals ?? []).entries()) {
          const column = section.table?.columns[at]
          if (figure === null || column === undefined) continue
          const { cells, total } = printedColumn(t, section, t(`worked.column.${column}`))
          const added = cells.reduce((sum, cell) => sum + readNumber(cell), 0)
          expect(roundedTo(added, placesOf(total ?? ''))).toBeCloseTo(readNumber(total ?? ''), 9)
          sums += 1
        }
    expect(sums).toBeGreaterThan(20)
  })

  it.each(['zh-CN', 'en'] as const)('has no blank left in a sentence (%s)', (language) => {
    const i18n = startI18n(language)
    for (const example of examples)
      for (const key of ['title', 'question', 'short', 'meaning', 'note'] as const) {
        const text = i18n.t(`worked.page.${example.id}.${key}`, pageValues(i18n.t, example))
        expect(text).not.toMatch(/\{\{|undefined|NaN|worked\./)
      }
  })
})
