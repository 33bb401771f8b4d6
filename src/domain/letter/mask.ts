/** Digits of an ID number with the birth date and serial hidden: `3201**********1234`. The owner's phone is never masked. */
export function maskId(idNumber: string): string {
  const plain = idNumber.replace(/\s/g, '')
  if (plain.length < 10) return plain
  return `${plain.slice(0, 4)}${'*'.repeat(plain.length - 8)}${plain.slice(-4)}`
}

/** Last four characters of a contract number. */
export const tailOf = (contractNumber: string): string => contractNumber.replace(/\s/g, '').slice(-4)
