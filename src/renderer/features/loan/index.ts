export { AddLoanPage } from './add-loan-page'
export { LoanPage } from './loan-page'
export { EventForm } from './event-form'
