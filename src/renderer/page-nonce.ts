import { setNonce } from 'get-nonce'

/** The nonce of this page load, put into the document by the shell; style elements made at run time need it. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// react-remove-scroll (under Mantine's modals and drawers) asks this package for the nonce of its style element.
setNonce(pageNonce())
