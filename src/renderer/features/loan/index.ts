export { AddLoanPage } from './add-loan-page'
export { LoanPage } from './loan-page'
