export { WorkedRoom } from './worked-room'
