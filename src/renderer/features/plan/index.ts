export { PlanRoom } from './plan-room'
export { openLoans, type OpenLoan } from './plan-selectors'
