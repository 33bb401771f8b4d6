import type { Fen } from '../money/fen'
import { count, money, type Figure, type Formula } from './figure'

/** Level instalment as textbooks write it: P × m × (1 + m)^n ÷ ((1 + m)^n − 1). */
export function levelFormula(principalFen: Fen, monthly: Figure, periods: number): Formula {
  const growth: Formula = ['(', count(1), '+', monthly, ')', '^', count(periods)]
  return [money(principalFen), '×', monthly, '×', ...growth, '÷', '(', ...growth, '−', count(1), ')']
}

/** What n equal payments are worth a period before the first: A × ((1 + m)^n − 1) ÷ (m × (1 + m)^n). */
export function annuityFormula(paymentFen: Fen, monthly: Figure, periods: number): Formula {
  const growth: Formula = ['(', count(1), '+', monthly, ')', '^', count(periods)]
  return [money(paymentFen), '×', '(', ...growth, '−', count(1), ')', '÷', '(', monthly, '×', ...growth, ')']
}
