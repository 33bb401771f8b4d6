export { SenderPanel } from './sender-panel'
export { SettingsRoom } from './settings-room'
