export { EvidenceOfContact } from './evidence-of-contact'
export { EvidenceRoom } from './evidence-room'
