export { PlanRoom } from './plan-room'
export type { PlanPageProps } from './plan-pages'
export type { OpenLoan } from './plan-selectors'
export type { PlanView } from './use-plan'
