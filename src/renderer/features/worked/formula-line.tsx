import type { WorkedStep } from '#domain/worked/worked-example'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { bareText, formulaPieces } from './figure-text'

/** The filled-in formula of a step and what comes out. */
export function FormulaLine({ step }: { readonly step: WorkedStep }) {
  const { t } = useTranslation()
  return (
    <p className="formula">
      {formulaPieces(t, step.formula).map(({ text, isExponent }, at) => (
        <Fragment key={at}>{isExponent ? <sup>{text}</sup> : text}</Fragment>
      ))}
      {' = '}
      <strong>{bareText(t, step.result)}</strong>
    </p>
  )
}
