export { StressPage } from './stress-page'
