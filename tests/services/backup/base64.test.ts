import { expect, test } from 'vitest'
import { base64, bytesOf } from '#services/base64'
import { random } from '../../vault-around'

test('base64 text becomes the bytes it was made of, at every length', () => {
  for (let length = 0; length < 100; length += 1) {
    const bytes = random(length)
    expect(Buffer.from(bytesOf(base64(bytes)))).toEqual(Buffer.from(bytes))
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  }
})
