export { LedgerRoom } from './ledger-room'
