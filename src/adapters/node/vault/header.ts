import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { deriveKey } from './seal'
import { isAllowedCost } from './scrypt'

/** The newest format of a vault this program knows. Format 1 had no keys. */
export const VAULT_FORMAT = 2

const bytes = (length: number) => {
  const characters = Math.ceil((length * 4) / 3)
  return z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`))
}
const instant = z.int().min(0)

const wrappedSchema = z.strictObject({ salt: bytes(32), nonce: bytes(12), sealed: bytes(48) })

const slotSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('password'),
    since: instant,
    kdf: z.strictObject({
      name: z.literal('scrypt'),
      n: z.int().refine(isAllowedCost),
      r: z.literal(8),
      p: z.literal(1),
      salt: bytes(32),
    }),
    wrapped: wrappedSchema,
  }),
  z.strictObject({ kind: z.literal('recovery'), since: instant, wrapped: wrappedSchema }),
  z.strictObject({ kind: z.literal('device'), since: instant, wrapped: wrappedSchema }),
])

const headerSchema = z.strictObject({
  format: z.literal(VAULT_FORMAT),
  vaultId: bytes(16),
  /** Number of the file, and the name it must have. */
  sequence: z.int().min(1),
  /** Counts every change of slots or keys; every generation says under which it was saved. */
  keysVersion: z.int().min(1),
  createdAt: instant,
  slots: z.array(slotSchema).min(1).max(3),
  /**
   * What is still to be done before the vault is in order: take over the case of the unprotected format (`plain`), save
   * the first generation (`new`), nothing (`settled`: from then on an empty case folder is a loss, not a beginning).
   */
  stage: z.enum(['plain', 'new', 'settled']),
  /** While keys are being renewed: the earlier master key under the new one. */
  earlier: wrappedSchema.nullable(),
  mac: bytes(32),
})

export type Wrapped = z.infer<typeof wrappedSchema>
export type Slot = z.infer<typeof slotSchema>
export type Header = z.infer<typeof headerSchema>
/** A header before it has its place and its MAC. */
export type HeaderDraft = Omit<Header, 'format' | 'sequence' | 'mac'>

export type ParsedHeader =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'damaged' }

/** Exactly the bytes on disk: keys in this order, one line. */
const serialise = (header: Header): string => `${JSON.stringify(ordered(header))}\n`

function ordered({ format, vaultId, sequence, keysVersion, createdAt, slots, stage, earlier, mac }: Header) {
  const wrapped = (it: Wrapped) => ({ salt: it.salt, nonce: it.nonce, sealed: it.sealed })
  return {
    format,
    vaultId,
    sequence,
    keysVersion,
    createdAt,
    slots: slots.map((slot) =>
      slot.kind === 'password'
        ? {
            kind: slot.kind,
            since: slot.since,
            kdf: { name: slot.kdf.name, n: slot.kdf.n, r: slot.kdf.r, p: slot.kdf.p, salt: slot.kdf.salt },
            wrapped: wrapped(slot.wrapped),
          }
        : { kind: slot.kind, since: slot.since, wrapped: wrapped(slot.wrapped) },
    ),
    stage,
    earlier: earlier === null ? null : wrapped(earlier),
    mac,
  }
}

/**
 * Reads a header. Only the exact bytes that `encodeHeader` writes are one, so every byte counts; costs outside floor and
 * ceiling are refused here, before anything is derived.
 */
export function parseHeader(content: Uint8Array): ParsedHeader {
  if (content.length > 8192) return { kind: 'damaged' }
  const text = Buffer.from(content).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'damaged' }
  }
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && Number.isInteger(format) && format > VAULT_FORMAT) return { kind: 'newer', format }
  const parsed = headerSchema.safeParse(value)
  if (!parsed.success || serialise(parsed.data) !== text) return { kind: 'damaged' }
  return { kind: 'header', header: parsed.data }
}

/** The header as a file, sealed by the master key. */
export function encodeHeader(draft: HeaderDraft, sequence: number, master: Uint8Array): Uint8Array {
  const header: Header = { ...draft, format: VAULT_FORMAT, sequence, mac: '' }
  return Buffer.from(serialise({ ...header, mac: macOf(header, master) }), 'utf8')
}

/** Whether the holder of this master key wrote the header, and nobody changed it since. */
export function isGenuine(header: Header, master: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(header.mac, 'utf8'), Buffer.from(macOf(header, master), 'utf8'))
}

function macOf(header: Header, master: Uint8Array): string {
  const key = deriveKey(master, new Uint8Array(0), `header ${header.vaultId}`)
  return createHmac('sha256', key)
    .update(serialise({ ...header, mac: '' }), 'utf8')
    .digest('base64url')
}
