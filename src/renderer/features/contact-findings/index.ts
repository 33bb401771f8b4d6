export { FindingsPage } from './findings-page'
export { FindingsOfContact } from './findings-of-contact'
