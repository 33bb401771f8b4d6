export { PlanRoom } from './plan-room'
