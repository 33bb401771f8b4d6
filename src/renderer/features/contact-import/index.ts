export { ContactImportPage } from './contact-import-page'
