import { fairOffers, type FairBasis, type FairOffer } from '#domain/ask/fair-offers'
import type { LoanId } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'
import { ActionIcon, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { MoneyInput } from '../../ui/money-input'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import type { OpenLoan, PlanView } from '../plan'
import { nameOf } from './ask-selectors'

/** What the budget gives, split among the lenders: while they have not answered, everyone gets something. */
export function FairPanel({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation()
  const { open, figures } = plan
  const [basis, setBasis] = useState<FairBasis>('proRata')
  const [typed, setTyped] = useState<ReadonlyMap<LoanId, Fen>>(new Map())
  const giveFen = figures.availableFen
  const { offers, totalFen, overFen } = useMemo(
    () => fairOffers(open, giveFen, basis, typed),
    [open, giveFen, basis, typed],
  )
  const type = (loanId: LoanId, value: Fen | null) => {
    const next = new Map(typed)
    if (value === null) next.delete(loanId)
    else next.set(loanId, value)
    setTyped(next)
  }
  return (
    <Panel
      title={t('ask.fair.title')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('ask.fair.basis')}
          value={basis}
          onChange={(value) => setBasis(value === 'token' ? 'token' : 'proRata')}
          data={[
            { value: 'proRata', label: t('ask.fair.proRata') },
            { value: 'token', label: t('ask.fair.token') },
          ]}
        />
      }
    >
      <p className="small muted">
        <Trans t={t} i18nKey="ask.fair.text" components={{ give: <MoneyText fen={giveFen} /> }} />
      </p>
      <div className="table-scroll" role="group" aria-label={t('ask.fair.title')} tabIndex={0}>
        <table className="plain ask-table">
          <thead>
            <tr>
              <th scope="col">{t('ask.form.lender')}</th>
              <th scope="col" className="r">
                {t('ask.fair.asks')}
              </th>
              <th scope="col">{t('ask.fair.offer')}</th>
              <th scope="col" className="r">
                {t('ask.fair.interest')}
              </th>
              <th scope="col">{t('ask.fair.takes')}</th>
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => (
              <OfferRow key={offer.loanId} open={open} offer={offer} onType={type} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('ask.fair.total')}</th>
              <td />
              <td>
                <MoneyText fen={totalFen} />
              </td>
              <td colSpan={2} />
            </tr>
          </tfoot>
        </table>
      </div>
      <p role="status">
        {overFen > 0 ? (
          <Trans t={t} i18nKey="ask.fair.over" components={{ over: <MoneyText fen={overFen} /> }} />
        ) : null}
      </p>
    </Panel>
  )
}

interface OfferRowProps {
  readonly open: readonly OpenLoan[]
  readonly offer: FairOffer
  readonly onType: (loanId: LoanId, value: Fen | null) => void
}

function OfferRow({ open, offer, onType }: OfferRowProps) {
  const { t } = useTranslation()
  const { loanId, isFixed, months } = offer
  // An emptied field stays empty while the next sum is typed.
  const [isEmpty, setEmpty] = useState(false)
  const name = nameOf(open, loanId)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="r">
        <MoneyText fen={offer.requiredFen} />
      </td>
      <td>
        <div className="row nowrap ask-offer">
          <MoneyInput
            label={t('ask.fair.offerOf', { name })}
            isLabelHidden
            value={isEmpty ? null : offer.offerFen}
            onChange={(value) => {
              setEmpty(value === null)
              if (value !== null) onType(loanId, value)
            }}
          />
          {isFixed ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ask.fair.reset', { name })}
              onClick={() => {
                setEmpty(false)
                onType(loanId, null)
              }}
            >
              <Icon name="undo" />
            </ActionIcon>
          ) : null}
        </div>
      </td>
      <td className="r">
        <MoneyText fen={offer.interestFen} />
      </td>
      <td>
        {!offer.coversInterest
          ? t('ask.fair.grows')
          : months === null
            ? t('ask.fair.never')
            : t('ask.fair.months', { count: months })}
      </td>
    </tr>
  )
}
