/** What a case would be: it must never come out of a shut vault. */
export const CANARY = 'canary-of-the-case-7c1f'
export const RIGHT_PASSWORD = 'the right password'
