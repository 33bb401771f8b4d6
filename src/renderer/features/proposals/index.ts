export { ProposalsRoom } from './proposals-room'
export { newProposal } from './proposal-selectors'
export { SenderForm } from './sender-form'
