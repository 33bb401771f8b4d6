import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import { useApp, useAppStore } from '../state/app-context'
import { Icon } from '../ui/icon'
import { actionsFor } from './actions'
import { goTo } from './router'
import { shortcutText } from './shortcuts'

/** Ctrl+K: rooms, loans and everything that can be done. */
export function Palette() {
  const { t } = useTranslation()
  const store = useAppStore()
  const cache = useApp((state) => state.caseCache)
  const actions = actionsFor(store)
    .filter((action) => action.id !== 'palette' && action.canRun())
    .map((action): SpotlightActionData => ({
      id: action.id,
      label: t(action.labelKey),
      leftSection: <Icon name={action.icon} />,
      rightSection: action.shortcut === null ? null : <kbd>{shortcutText(action.shortcut)}</kbd>,
      onClick: action.run,
    }))
  const loans = cache.status === 'ready' ? cache.document.loans : []
  const loanActions = loans.map((loan): SpotlightActionData => ({
    id: `loan-${loan.id}`,
    label: loan.name,
    description: t('nav.openLoan'),
    leftSection: <Icon name="loans" />,
    onClick: () => goTo('loans', loan.id),
  }))
  return (
    <Spotlight
      actions={[...actions, ...loanActions]}
      shortcut={null}
      nothingFound={t('nav.nothingFound')}
      transitionProps={{ duration: 0 }}
      searchProps={{ placeholder: t('nav.search'), 'aria-label': t('nav.search') }}
      scrollable
      attributes={{ content: { 'aria-label': t('nav.action.palette') } }}
      maxHeight={420}
    />
  )
}
