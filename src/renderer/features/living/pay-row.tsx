import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Budget } from '#domain/budget/budget'
import type { LocalDate } from '#domain/calendar/local-date'
import type { PayItem } from '#domain/plan/living/pay-list'
import { MoneyText } from '../../ui/money-text'
import { RecordForm } from './record-form'

interface PayRowProps {
  readonly item: PayItem
  readonly today: LocalDate
  readonly budget: Budget
}

/** One payment of the month; ticking it records a real payment. */
export function PayRow({ item, today, budget }: PayRowProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { loan, payFen, requiredFen, paidFen, byOn, why, isSoon, debit, isCreditorUnverified } = item
  return (
    <li className="pay-item">
      <div className="pay-what">
        <b>
          <a href={`#/loans/${loan.id}`}>{loan.name}</a>
        </b>{' '}
        {why === 'overdue' ? (
          <span className="pill a">{t('living.pay.now')}</span>
        ) : (
          <span className={isSoon ? 'pill a' : 'pill'}>
            {why === 'early' ? t('living.pay.early') : t('living.pay.by', { on: byOn })}
            {isSoon && why === 'due' ? ` · ${t('living.pay.soon')}` : ''}
          </span>
        )}
        <div className="small muted">
          <Trans t={t} i18nKey="living.pay.required" components={{ required: <MoneyText fen={requiredFen} /> }} />
          {paidFen > 0 ? (
            <>
              {' · '}
              <Trans t={t} i18nKey="living.pay.paid" components={{ paid: <MoneyText fen={paidFen} /> }} />
            </>
          ) : null}
        </div>
        {debit ? <div className="small muted">{t('living.pay.debit', { tail: debit.accountTail })}</div> : null}
        {isCreditorUnverified ? <p className="small pay-verify">{t('living.pay.verify')}</p> : null}
      </div>
      <div className="pay-sum">
        <MoneyText fen={payFen} />
      </div>
      <Button
        variant="default"
        size="sm"
        aria-label={t('living.pay.tickOf', { name: loan.name })}
        onClick={() => setOpen(true)}
      >
        {t('living.pay.tick')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('living.record.title', { name: loan.name })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isOpen ? <RecordForm item={item} today={today} budget={budget} onDone={() => setOpen(false)} /> : null}
      </Modal>
    </li>
  )
}
