export { ContactsRoom } from './contacts-room'
