import { z } from 'zod'

/** Why the page finds the vault shut. `start`: the program was just opened. */
export const shutReasonSchema = z.enum([
  'start',
  'asked',
  'idle',
  'suspend',
  'screenLock',
  'tabsGone',
  'openTooLong',
  'ended',
])
export type ShutReason = z.infer<typeof shutReasonSchema>

/** At most what scrypt is given; longer input is no password. */
export const secretSchema = z.string().min(1).max(1024)

/** A way into the vault. `device`: the key file beside the vault, where no password was wanted. */
export const waySchema = z.enum(['password', 'recovery', 'device'])
export type Way = z.infer<typeof waySchema>

/** What opens the vault: a password, the recovery code, or the key file. */
export const keySchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('password'), password: secretSchema }),
  z.strictObject({ way: z.literal('recovery'), code: secretSchema }),
  z.strictObject({ way: z.literal('device') }),
])
export type Key = z.infer<typeof keySchema>

/** How a new vault is protected. */
export const protectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('password'), password: secretSchema }),
])
export type Protection = z.infer<typeof protectionSchema>

export const vaultStateSchema = z.enum([
  /** Nothing there yet: the person chooses how to protect it. */
  'fresh',
  /** A case of the first, unprotected format: the person chooses how to protect it, and it is taken over. */
  'plain',
  'shut',
  'open',
  /** Written by a newer program: never opened for writing, never reset. */
  'newer',
  /** Case files are there, but every file that says how they are locked is missing or damaged. */
  'headerLost',
])

export const vaultStatusSchema = z.strictObject({
  state: vaultStateSchema,
  ways: z.array(waySchema),
  /** Milliseconds before the next try is heard. */
  waitMs: z.int().min(0),
  shutReason: shutReasonSchema.nullable(),
  /** With `newer`: the format found and the newest this program knows. */
  newer: z.strictObject({ found: z.int(), supported: z.int() }).nullable(),
})
export type VaultStatus = z.infer<typeof vaultStatusSchema>

/** What Settings says about the keys; nothing that helps to open them. */
export const vaultSecuritySchema = z.strictObject({
  ways: z.array(waySchema),
  openedBy: waySchema,
  /** Instants in milliseconds since 1970; null where there is none. */
  passwordSince: z.number().nullable(),
  recoverySince: z.number().nullable(),
  /** scrypt's cost (N, r = 8, p = 1); null without a password. */
  scryptN: z.int().nullable(),
})

export type VaultSecurity = z.infer<typeof vaultSecuritySchema>

export const passwordStrengthSchema = z.strictObject({
  /** zxcvbn: 0 (worst) to 4. */
  score: z.int().min(0).max(4),
  isLongEnough: z.boolean(),
  /** Good enough to be taken. */
  isAccepted: z.boolean(),
})
