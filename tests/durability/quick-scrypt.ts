import { createHash } from 'node:crypto'

/** A stand-in for scrypt that costs nothing; put in its place where a test is about what happens around it. */
export const scrypt = (password: string, salt: Uint8Array, n: number): Promise<Uint8Array> =>
  Promise.resolve(
    new Uint8Array(createHash('sha256').update(password.normalize('NFKC')).update(salt).update(String(n)).digest()),
  )
