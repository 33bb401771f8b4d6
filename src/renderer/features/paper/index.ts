export { PaperActions } from './paper-actions'
export { PaperView } from './paper-view'
