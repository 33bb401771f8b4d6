import { expect, test } from 'vitest'
import { passphrase, PHRASE_BYTES } from '#domain/vault/phrase'
import { tryDelay } from '#domain/vault/try-delay'

test('a phrase is five words of three syllables, and every bit of chance that counts changes it', () => {
  const chance = Uint8Array.from({ length: PHRASE_BYTES }, (_unused, index) => (index * 37) % 128)
  const phrase = passphrase(chance)
  expect(phrase).toMatch(/^([bdfghklmnpstwyzj][aeiou]n?){3}( ([bdfghklmnpstwyzj][aeiou]n?){3}){4}$/)
  const phrases = new Set([phrase])
  for (let at = 0; at < PHRASE_BYTES; at += 1)
    for (let bit = 0; bit < 7; bit += 1) phrases.add(passphrase(chance.with(at, (chance[at] ?? 0) ^ (1 << bit))))
  expect(phrases.size).toBe(1 + PHRASE_BYTES * 7)
  expect(() => passphrase(new Uint8Array(3))).toThrow(RangeError)
})

test('wrong tries wait 0, 0, 0, 1, 2, 4, 8, 15, 30, 30 … seconds', () => {
  const waits = Array.from({ length: 12 }, (_unused, index) => tryDelay(index + 1) / 1000)
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 15, 30, 30, 30, 30])
  expect(tryDelay(0)).toBe(0)
  expect(tryDelay(1_000_000)).toBe(30_000)
})
