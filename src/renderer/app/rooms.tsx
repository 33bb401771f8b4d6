import type { ComponentType } from 'react'
import type { ParseKeys } from 'i18next'
import { BudgetRoom } from '../features/budget'
import { ContactsRoom } from '../features/contacts'
import { EscalationRoom } from '../features/escalation'
import { EvidenceRoom } from '../features/evidence'
import { LedgerRoom } from '../features/ledger'
import { NoteRoom } from '../features/note'
import { PlanRoom } from '../features/plan'
import { ProposalsRoom } from '../features/proposals'
import { RightsRoom } from '../features/rights'
import { SettingsRoom } from '../features/settings'
import { RecoveredRoom, SecurityRoom } from '../features/vault'
import { WorkedRoom } from '../features/worked'
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
  /** Not a step from debts to a letter: the path is not shown above it. */
  readonly isAsidePath?: boolean
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
    id: 'contacts',
    path: 'contacts',
    labelKey: 'nav.contacts',
    icon: 'contacts',
    shortcut: '5',
    component: ContactsRoom,
    startsGroup: true,
    isAsidePath: true,
  },
  {
    id: 'evidence',
    path: 'evidence',
    labelKey: 'nav.evidence',
    icon: 'evidence',
    shortcut: '6',
    component: EvidenceRoom,
    isAsidePath: true,
  },
  {
    id: 'escalation',
    path: 'escalation',
    labelKey: 'nav.escalation',
    icon: 'ladder',
    shortcut: '7',
    component: EscalationRoom,
    isAsidePath: true,
  },
  {
    id: 'rights',
    path: 'rights',
    labelKey: 'nav.rights',
    icon: 'document',
    shortcut: '0',
    component: RightsRoom,
    startsGroup: true,
    isAsidePath: true,
  },
  {
    id: 'worked',
    path: 'worked',
    labelKey: 'worked.nav',
    icon: 'edit',
    shortcut: '8',
    component: WorkedRoom,
    isAsidePath: true,
  },
  {
    id: 'settings',
    path: 'settings',
    labelKey: 'nav.settings',
    icon: 'settings',
    shortcut: '9',
    component: SettingsRoom,
    startsGroup: true,
    isAsidePath: true,
  },
]

type Page = Pick<Room, 'id' | 'path' | 'component' | 'isAsidePath'>

/** Pages with a path and no place in the navigation: papers about one loan, what is protected, what was recovered. */
const pages: readonly Page[] = [
  { id: 'note', path: 'note', component: NoteRoom, isAsidePath: true },
  { id: 'recovered', path: 'recovered', component: RecoveredRoom, isAsidePath: true },
  { id: 'security', path: 'security', component: SecurityRoom, isAsidePath: true },
]

/** What stands at the first part of a hash. */
export const roomAt = (path: string | undefined): Page | undefined =>
  [...rooms, ...pages].find((room) => room.path === path)
