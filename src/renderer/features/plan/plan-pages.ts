import type { ParseKeys } from 'i18next'
import type { ComponentType } from 'react'
import { AskPage } from '../ask'
import { ComparePage } from '../compare'
import { LivingPage } from '../living'
import { StressPage } from '../stress'
import { OverviewPage } from './overview-page'
import type { PlanView } from './use-plan'

export interface PlanPageProps {
  readonly plan: PlanView
  /** The parts of the hash after the page's own: a loan's id on the overview. */
  readonly rest: readonly string[]
}

export interface PlanPage {
  /** Part of the hash after `#/plan`; the overview has none. */
  readonly path: string
  readonly labelKey: ParseKeys
  readonly component: ComponentType<PlanPageProps>
}

const overview: PlanPage = { path: '', labelKey: 'plan.pages.overview', component: OverviewPage }

/** The pages of the room, in the order of their links. */
export const planPages: readonly PlanPage[] = [
  overview,
  { path: 'compare', labelKey: 'compare.title', component: ComparePage },
  { path: 'ask', labelKey: 'ask.page', component: AskPage },
  { path: 'stress', labelKey: 'stress.page', component: StressPage },
  { path: 'living', labelKey: 'living.title', component: LivingPage },
]

/** The page at `#/plan/<first>`: any other word is the id of a loan on the overview. */
export const planPageAt = (first: string | undefined): PlanPage =>
  planPages.find(({ path }) => path !== '' && path === first) ?? overview
