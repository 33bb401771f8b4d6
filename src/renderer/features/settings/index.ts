export { SettingsRoom } from './settings-room'
