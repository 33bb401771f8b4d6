import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { HEAD_BYTES, type DecodedGeneration, type GenerationCodec } from './generation-codec'

/** The first format of a generation, before there were keys. Read to be taken over; written by tests only. */
export const PLAIN_FORMAT = 1

const HEAD = /^BREATHING-ROOM (\d{1,6}) saved=(\d{1,16}) length=(\d{1,12}) sha256=([0-9a-f]{64})\n/

/** One line that says what it is, then the gzipped text; the line carries length and SHA-256 of what follows. */
export const plainCodec: GenerationCodec = {
  format: PLAIN_FORMAT,
  encode(text, _generation, savedAt) {
    const body = gzipSync(text, { level: 1 })
    const head = `BREATHING-ROOM ${PLAIN_FORMAT} saved=${savedAt} length=${body.length} sha256=${sha256(body)}\n`
    return Buffer.concat([Buffer.from(head, 'ascii'), body])
  },
  decode(bytes): DecodedGeneration {
    const head = readHead(bytes)
    if (!head) return { kind: 'damaged' }
    if (head.format > PLAIN_FORMAT) return { kind: 'newer', format: head.format }
    const body = bytes.subarray(head.size)
    if (body.length !== head.length || sha256(body) !== head.sha256) return { kind: 'damaged' }
    try {
      return { kind: 'whole', savedAt: head.savedAt, text: gunzipSync(body).toString('utf8') }
    } catch {
      return { kind: 'damaged' }
    }
  },
  savedAtOf: (head) => readHead(head)?.savedAt ?? null,
}

function readHead(bytes: Uint8Array) {
  const match = HEAD.exec(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'))
  if (!match) return null
  return {
    size: match[0].length,
    format: Number(match[1]),
    savedAt: Number(match[2]),
    length: Number(match[3]),
    sha256: match[4],
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
