import type { PayItem } from '#domain/loan/default-terms'
import { ActionIcon } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { lateField, type LoanForm } from './loan-fields'

/** The contract's own order of payment, moved up and down. */
export function OrderRows({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { value: items, onChange } = lateField(form, 'orderItems')
  const swap = (at: number) =>
    onChange(items.map((item, index) => (index === at ? items[at + 1] : index === at + 1 ? items[at] : item) ?? item))
  const mover = (item: PayItem, way: 'up' | 'down', isEnd: boolean, at: number) => (
    <ActionIcon
      variant="default"
      disabled={isEnd}
      aria-label={t(`contract.late.move.${way}`, { item: t(`contract.late.item.${item}`) })}
      onClick={() => swap(at)}
    >
      <Icon name={way} />
    </ActionIcon>
  )
  return (
    <ol className="order-list" aria-label={t('contract.late.orders.own')}>
      {items.map((item, at) => (
        <li key={item}>
          <span>{t(`contract.late.item.${item}`)}</span>
          {mover(item, 'up', at === 0, at - 1)}
          {mover(item, 'down', at === items.length - 1, at)}
        </li>
      ))}
    </ol>
  )
}
