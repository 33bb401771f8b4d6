import type { ComponentType } from 'react'
import type { ParseKeys } from 'i18next'
import { BudgetRoom } from '../features/budget'
import { LedgerRoom } from '../features/ledger'
import { PlanRoom } from '../features/plan'
import { ProposalsRoom } from '../features/proposals'
import { RightsRoom } from '../features/rights'
import { SettingsRoom } from '../features/settings'
import type { IconName } from '../ui/icon'

export interface RoomProps {
  /** The parts of the hash after the room's own: `#/loans/abc` gives `['abc']` to the room at `loans`. */
  readonly rest: readonly string[]
}

export interface Room {
  readonly id: string
  /** First part of the hash. */
  readonly path: string
  readonly labelKey: ParseKeys
  readonly icon: IconName
  /** Alt and this digit. */
  readonly shortcut: string
  readonly component: ComponentType<RoomProps>
  /** Draws a line above it in the navigation. */
  readonly startsGroup?: boolean
}

/** Every room that exists, in the order of the navigation. The palette, the shortcuts and the router read this table. */
export const rooms: readonly Room[] = [
  { id: 'loans', path: 'loans', labelKey: 'nav.loans', icon: 'loans', shortcut: '1', component: LedgerRoom },
  { id: 'budget', path: 'budget', labelKey: 'nav.budget', icon: 'budget', shortcut: '2', component: BudgetRoom },
  { id: 'plan', path: 'plan', labelKey: 'nav.plan', icon: 'plan', shortcut: '3', component: PlanRoom },
  {
    id: 'proposals',
    path: 'proposals',
    labelKey: 'nav.proposals',
    icon: 'proposals',
    shortcut: '4',
    component: ProposalsRoom,
  },
  {
    id: 'rights',
    path: 'rights',
    labelKey: 'nav.rights',
    icon: 'document',
    shortcut: '0',
    component: RightsRoom,
    startsGroup: true,
  },
  {
    id: 'settings',
    path: 'settings',
    labelKey: 'nav.settings',
    icon: 'settings',
    shortcut: '9',
    component: SettingsRoom,
    startsGroup: true,
  },
]
