export { RecoveredRoom } from './recovered-room'
export { VaultDoor } from './vault-door'
export { SecurityPanel } from './security-panel'
export { SecurityRoom } from './security-room'
