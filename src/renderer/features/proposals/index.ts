export { ProposalsRoom } from './proposals-room'
export { newProposal, wordsOf } from './proposal-selectors'
export { SenderForm } from './sender-form'
