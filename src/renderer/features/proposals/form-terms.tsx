import type { ProposalInput } from '#domain/letter/compose-proposal'
import { Trans, useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

/** The terms in one line, with the way back to the sliders. */
export function FormTerms({ input }: { readonly input: ProposalInput }) {
  const { t } = useTranslation()
  const { arrangement, loan } = input
  const { comparison, request, totalFen } = arrangement
  return (
    <Panel
      title={t('proposals.form.terms')}
      aside={
        <a className="text-link small" href={hrefOf('plan', loan.id)}>
          {t('proposals.form.termsEdit')}
        </a>
      }
    >
      <p>
        <Trans
          t={t}
          i18nKey="proposals.form.termsText"
          values={{ periods: request.periods, firstDueOn: request.firstDueOn }}
          components={{
            instalment: <MoneyText fen={comparison.newInstalmentFen} />,
            total: <MoneyText fen={totalFen} />,
          }}
        />
      </p>
    </Panel>
  )
}
