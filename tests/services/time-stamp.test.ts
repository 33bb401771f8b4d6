import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBER } from 'asn1js'
import { TimeStampReq } from 'pkijs'
import { describe, expect, test } from 'vitest'
import { timeStamps } from '#adapters/node/time-stamp'

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures', 'rfc3161')
const isThere = existsSync(SHARED)
if (!isThere)
  console.warn('SKIPPED: ../shared/fixtures is not here; no answer of a time-stamping authority is verified')

const read = (name: string): Buffer => readFileSync(join(SHARED, name))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe.skipIf(!isThere)('an answer of an authority', () => {
  test('about this list: its time and who signed it', () => {
    const answer = timeStamps.read(read('resp.tsr'), sha256(read('manifest-sha256.txt')))
    expect(answer).toMatchObject({ ok: true })
    if (!answer.ok) return
    expect(answer.at).toBeGreaterThan(Date.UTC(2020, 0, 1))
    expect(answer.by.length).toBeGreaterThan(2)
  })

  test('about another list is refused', () => {
    expect(timeStamps.read(read('resp.tsr'), sha256(read('manifest-sha256.tampered.txt')))).toEqual({
      ok: false,
      reason: 'otherFile',
    })
  })

  test('with any flipped bit is refused, or says exactly the same', () => {
    const good = read('resp.tsr')
    const hash = sha256(read('manifest-sha256.txt'))
    const whole = timeStamps.read(good, hash)
    let refused = 0
    for (let at = 0; at < good.length; at += 1) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const answer = timeStamps.read(bytes, hash)
      // What no signature covers (certificates that go along, the status text) may change; the time and the list may not.
      if (answer.ok && whole.ok) expect(answer.at).toBe(whole.at)
      else refused += 1
    }
    expect(refused).toBeGreaterThan(good.length / 4)
    // Control: the time itself is among what is covered.
    const genTime = good.indexOf(Buffer.from('20', 'latin1'), 60)
    expect(genTime).toBeGreaterThan(0)
  })

  test('no answer at all is refused', () => {
    expect(timeStamps.read(Buffer.from('hello'), '0'.repeat(64))).toEqual({ ok: false, reason: 'unreadable' })
    expect(timeStamps.read(new Uint8Array(0), '0'.repeat(64))).toEqual({ ok: false, reason: 'unreadable' })
  })
})

test('the question carries the hash, asks for the certificate and has a nonce', () => {
  const hash = sha256(Buffer.from('list'))
  const bytes = timeStamps.query(hash, Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]))
  const request = new TimeStampReq({ schema: fromBER(new Uint8Array(bytes).buffer).result })
  expect(Buffer.from(request.messageImprint.hashedMessage.getValue()).toString('hex')).toBe(hash)
  expect(request.messageImprint.hashAlgorithm.algorithmId).toBe('2.16.840.1.101.3.4.2.1')
  expect(request.certReq).toBe(true)
  expect(request.nonce).toBeDefined()
})
