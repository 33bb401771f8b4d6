export { icsOf } from './ics'
