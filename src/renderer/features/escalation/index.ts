export { EscalationRoom } from './escalation-room'
export { ScamShield } from './scam-shield'
