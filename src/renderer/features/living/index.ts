export { LivingPage } from './living-page'
