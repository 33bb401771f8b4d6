export { BackupsPanel } from './backups-panel'
export { RestoreDoor } from './restore-door'
