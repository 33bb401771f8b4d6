import type { SolvedFigures, SolveError } from '#domain/loan/solve-blank'
import type { Result } from '#domain/result'
import { useTranslation } from 'react-i18next'
import { useMoneyText } from '../../ui/money-text'
import { useRateWords } from '../../ui/rate-words'

/** The found figure, or why there is none, as a sentence. */
export function useSolveWords(): (answer: Result<SolvedFigures, SolveError>) => string {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  const rateWords = useRateWords()
  const problemText = (error: SolveError): string => {
    switch (error.code) {
      case 'not_one_blank':
        return t('solve.error.not_one_blank', { blanks: error.blanks })
      case 'instalment_below_interest':
        return t('solve.error.instalment_below_interest', { amount: moneyText(error.interestFen) })
      case 'instalment_below_fee':
        return t('solve.error.instalment_below_fee', { amount: moneyText(error.feeFen) })
      case 'no_room_for_fee':
        return t('solve.error.no_room_for_fee', { amount: moneyText(error.withoutFeeFen) })
      case 'figures_out_of_range':
      case 'instalments_below_principal':
      case 'periods_do_not_matter':
      case 'no_solution':
        return t(`solve.error.${error.code}`)
    }
  }
  return (answer) =>
    answer.ok
      ? t(`solve.solved.${answer.value.solved}`, {
          principal: moneyText(answer.value.principalFen),
          rate: rateWords(answer.value.rate),
          periods: answer.value.periods,
          instalment: moneyText(answer.value.instalmentFen),
          fee: moneyText(answer.value.feeFen),
        })
      : problemText(answer.error)
}
