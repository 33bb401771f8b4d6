import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useRef, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { useFoundDraft, useKeepDraft } from '../../state/use-kept-draft'
import { DraftNote } from '../../ui/draft-note'
import { newId } from '../../ui/new-id'
import { PageHeader } from '../../ui/page-header'
import { ContractSection } from './contract-section'
import { DebitSection } from './debit-section'
import type { DraftErrors } from './draft-errors'
import { errorWord, labelKey } from './field-labels'
import { LateSection } from './late-section'
import { draftOf } from './draft-of'
import { emptyDraft, type LoanDraft, type LoanDraftField } from './loan-draft'
import { loanFromDraft } from './loan-from-draft'
import { PrepaySection } from './prepay-section'
import { StatedSection } from './stated-section'
import { WhatSection } from './what-section'
import { WhoSection } from './who-section'

/** The form of a new loan, or of one that exists. Nothing is sent before it is submitted. */
export function AddLoanPage({ loanId }: { readonly loanId: string | null }) {
  const { t } = useTranslation()
  const document = useDocument()
  const today = useToday()
  const run = useRun()
  const summary = useRef<HTMLDivElement>(null)
  const existing = document.loans.find(({ id }) => id === loanId) ?? null
  const initial = existing ? draftOf(existing, document.parties, today) : emptyDraft(today)
  const formName = `loan/${loanId ?? 'new'}`
  const kept = useFoundDraft(formName, initial)
  const form = useForm<LoanDraft>({ initialValues: kept.found?.value ?? initial })
  useKeepDraft(formName, form.values)
  const [isContinued, setContinued] = useState(kept.found !== null)
  const restart = () => {
    form.setValues(initial)
    setContinued(false)
    kept.drop()
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const result = loanFromDraft(form.values, existing, document.parties, today, newId)
    if (!result.ok) {
      form.setErrors(errorWords(result.error))
      // After the words are there: take the person to them.
      requestAnimationFrame(() => summary.current?.focus())
      return
    }
    const { loan, parties } = result.value
    const reply = await run('ledger.saveLoan', { loan, parties: [...parties] })
    if (!reply.ok) return
    kept.drop()
    notifications.show({ message: t('loan.form.saved', { name: loan.name }), autoClose: 4000 })
    goTo('loans', loan.id)
  }
  const errorWords = (errors: DraftErrors) =>
    Object.fromEntries(Object.entries(errors).map(([key, code]) => [key, errorWord(t, code)]))
  const problems = Object.entries(form.errors)
  return (
    <form className="centre stack" onSubmit={(event) => void submit(event)} noValidate>
      <PageHeader
        title={existing ? t('loan.form.editTitle', { name: existing.name }) : t('loan.form.addTitle')}
        sub={t('loan.form.sub')}
      />
      {isContinued && kept.found ? <DraftNote savedAt={kept.found.savedAt} onRestart={restart} /> : null}
      {problems.length === 0 ? null : (
        <div className="card amber" role="alert" tabIndex={-1} ref={summary}>
          <p>{t('loan.form.hasErrors', { count: problems.length })}</p>
          <ul>
            {problems.map(([key, words]) => (
              <li key={key}>
                {t(labelKey(key as LoanDraftField, form.values.kind))}: {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      <WhatSection form={form} isNew={existing === null} />
      <ContractSection form={form} />
      <StatedSection form={form} />
      <WhoSection form={form} />
      <LateSection form={form} />
      <PrepaySection form={form} />
      <DebitSection form={form} />
      <div className="row">
        <Button type="submit">{t('loan.form.save')}</Button>
        <Button
          variant="default"
          onClick={() => {
            kept.drop()
            goTo(...(existing ? ['loans', existing.id] : ['loans']))
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
