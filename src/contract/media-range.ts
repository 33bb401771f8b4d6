/** Which bytes of a file a `Range` header asks for. `last` is the index of the last byte, as in the header. */
export type RangeAsked =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'unsatisfiable' }

const WHOLE: RangeAsked = { kind: 'whole' }
const UNSATISFIABLE: RangeAsked = { kind: 'unsatisfiable' }

/**
 * Reads a `Range` header against a file of `sizeBytes`.
 *
 * One range only: several, another unit or what is no range at all are ignored, and the whole file is sent, as the standard
 * allows and browsers expect.
 *
 * Source  RFC 9110, 14.1.2 and 14.2.
 */
export function rangeAsked(header: string | null | undefined, sizeBytes: number): RangeAsked {
  const [, first = '', last = ''] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '') ?? []
  if (first === '' && last === '') return WHOLE
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes)
    return length === 0 ? UNSATISFIABLE : { kind: 'part', first: sizeBytes - length, last: sizeBytes - 1 }
  }
  const from = Number(first)
  const to = last === '' ? Number.POSITIVE_INFINITY : Number(last)
  if (from > to) return WHOLE
  if (from >= sizeBytes) return UNSATISFIABLE
  return { kind: 'part', first: from, last: Math.min(to, sizeBytes - 1) }
}
