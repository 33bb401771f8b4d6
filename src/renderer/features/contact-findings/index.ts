export { FindingsPage } from './findings-page'
export { FindingsOfContact } from './findings-of-contact'
export { RuleSource } from './rule-source'
export { useFindings } from './use-findings'
