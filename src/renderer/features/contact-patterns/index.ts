export { PatternsPage } from './patterns-page'
