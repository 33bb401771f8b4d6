export { BudgetRoom } from './budget-room'
