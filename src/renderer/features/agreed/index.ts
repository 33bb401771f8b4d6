export { AgreedPanel } from './agreed-panel'
export { OfferFields } from './offer-fields'
export { OfferPanel } from './offer-panel'
