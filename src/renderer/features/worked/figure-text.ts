import type { Figure, Formula } from '#domain/worked/figure'
import type { AnswerCode, InputCode, WorkedExample } from '#domain/worked/worked-example'
import type { TFunction } from 'i18next'
import { moneyText } from '../../ui/money-text'
import { percentText, ratePercent } from '../../ui/rate-text'

const grouped = (value: number, digits: number): string =>
  value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',')

/** A figure as it stands in a formula or a cell: bare, so that it can be typed into a calculator. */
export function bareText(t: TFunction, figure: Figure): string {
  switch (figure.as) {
    case 'money':
      return moneyText(figure.fen).replace('¥', '')
    case 'worth':
      return grouped(figure.fen / 100, 4)
    case 'yuanDays':
      return grouped(figure.fenDays / 100, 2)
    case 'percent':
      return percentText(figure.fraction, figure.digits)
    case 'rate':
      return ratePercent(figure.rate)
    case 'count':
      return String(figure.value)
    case 'days':
      return String(figure.days)
    case 'date':
      return figure.on
    case 'kind':
      return t(`loan.kind.${figure.kind}.name`)
    case 'columnSum':
      return `Σ ${t(`worked.column.${figure.column}`)}`
  }
}

/** A figure as it stands in a sentence or beside its name: with its unit. Examples are not the person's own: never hidden. */
export function figureText(t: TFunction, figure: Figure): string {
  switch (figure.as) {
    case 'money':
      return moneyText(figure.fen)
    case 'rate':
      return t(`common.ratePer.${figure.rate.per}`, { percent: ratePercent(figure.rate) })
    case 'days':
      return t('common.days', { count: figure.days })
    default:
      return bareText(t, figure)
  }
}

/** Every input and answer of an example by its code, for the sentences of its page. */
export const pageValues = (t: TFunction, { inputs, answers }: WorkedExample): PageValues =>
  Object.fromEntries([...inputs, ...answers].map(({ code, value }) => [code, figureText(t, value)])) as PageValues

type PageValues = Readonly<Record<InputCode | AnswerCode, string>>

/** A stretch of a formula on one line, or an exponent. */
export interface FormulaPiece {
  readonly text: string
  readonly isExponent: boolean
}

/** A formula in pieces to set: exponents apart, brackets tight, everything else with spaces. */
export function formulaPieces(t: TFunction, formula: Formula): readonly FormulaPiece[] {
  const words = formula.map((part) => (typeof part === 'string' ? part : bareText(t, part)))
  const pieces: FormulaPiece[] = []
  let line = ''
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word !== '^') {
      line += line === '' || line === ' ' || line.endsWith('(') || word === ')' ? word : ` ${word}`
      continue
    }
    const close = words[at + 1] === '(' ? words.indexOf(')', at) : at + 1
    const exponent = words.slice(at + 1, close + 1).join(' ')
    pieces.push({ text: line, isExponent: false }, { text: tight(exponent), isExponent: true })
    line = ''
    at = close
    if (words[at + 1] !== undefined && words[at + 1] !== ')') line = ' '
  }
  return line === '' ? pieces : [...pieces, { text: line, isExponent: false }]
}

const tight = (text: string): string => text.replace('( ', '(').replace(' )', ')')
