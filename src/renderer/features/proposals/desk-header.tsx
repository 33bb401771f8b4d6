import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/page-header'
import { DeskBack } from './desk-back'

interface DeskHeaderProps {
  readonly name: string | null
  readonly actions?: ReactNode
}

export function DeskHeader({ name, actions }: DeskHeaderProps) {
  const { t } = useTranslation()
  return (
    <>
      <DeskBack />
      <PageHeader
        title={name === null ? t('proposals.desk.titleNone') : t('proposals.desk.title', { name })}
        sub={t('proposals.desk.says')}
        actions={actions}
      />
    </>
  )
}
