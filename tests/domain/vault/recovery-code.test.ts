import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ok } from '#domain/result'
import { isRecoveryGroup, isSameGroup, parseRecoveryCode, recoveryCode } from '#domain/vault/recovery-code'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const someBytes = fc.uint8Array({ minLength: 20, maxLength: 20 })

describe('a recovery code', () => {
  test('is eight groups of five and reads back as what it was made of', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const code = recoveryCode(bytes)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(parseRecoveryCode(code)).toEqual(ok(bytes))
      }),
      { numRuns: 1000 },
    )
  })

  test('can be typed in small letters, without hyphens, with spaces, full-width, with O and L for 0 and 1', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const code = recoveryCode(bytes)
        const wide = Array.from(code, (symbol) =>
          symbol === '-' ? '－' : String.fromCodePoint((symbol.codePointAt(0) ?? 0) + 0xfee0),
        ).join('')
        for (const spelling of [
          code.toLowerCase(),
          code.replaceAll('-', ''),
          code.replaceAll('-', ' '),
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
          wide,
        ])
          expect(parseRecoveryCode(spelling), spelling).toEqual(ok(bytes))
      }),
    )
  })

  test('with any one symbol wrong is refused, and the group is named', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const code = recoveryCode(bytes)
        Array.from(code).forEach((symbol, at) => {
          if (symbol === '-') return
          for (const other of ALPHABET) {
            if (other === symbol) continue
            const wrong = code.slice(0, at) + other + code.slice(at + 1)
            expect(parseRecoveryCode(wrong)).toEqual({ ok: false, error: { group: Math.floor(at / 6) + 1 } })
          }
        })
      }),
      { numRuns: 20 },
    )
  })

  test('with two neighbours or two groups that changed places is refused', () => {
    fc.assert(
      fc.property(someBytes, fc.nat(7), fc.nat(7), fc.nat(3), (bytes, left, right, at) => {
        const groups = recoveryCode(bytes).split('-')
        const [a = '', b = ''] = [groups[left], groups[right]]
        if (left !== right) {
          const swapped = groups.with(left, b).with(right, a)
          // Equal groups at different places cannot exist: the check symbol knows the place.
          expect(parseRecoveryCode(swapped.join('-')).ok).toBe(false)
        }
        const turned = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2)
        if (turned !== a) expect(parseRecoveryCode(groups.with(left, turned).join('-')).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('with a symbol too few or too many is refused as a whole', () => {
    const code = recoveryCode(new Uint8Array(20))
    for (const text of ['', code.slice(1), `${code}0`, 'hello'])
      expect(parseRecoveryCode(text)).toEqual({ ok: false, error: { group: 0 } })
    expect(parseRecoveryCode(code.replace('0', '!'))).toEqual({ ok: false, error: { group: 1 } })
  })

  test('is checked group by group while it is typed', () => {
    const groups = recoveryCode(new Uint8Array(20).fill(77)).split('-')
    groups.forEach((group, index) => {
      expect(isRecoveryGroup(group.toLowerCase(), index)).toBe(true)
      expect(isRecoveryGroup(group, (index + 1) % 8)).toBe(false)
      expect(isRecoveryGroup(group.slice(0, 4), index)).toBe(false)
      expect(isSameGroup(` ${group.toLowerCase()}`, group)).toBe(true)
    })
    expect(isSameGroup('00000', '00001')).toBe(false)
  })

  test('without check symbols one wrong symbol would pass unseen (control)', () => {
    const data = recoveryCode(new Uint8Array(20).fill(3))
      .split('-')
      .map((group) => group.slice(0, 4))
    const wrong = data.with(2, 'ZZZZ')
    const unchecked = (groups: readonly string[]): boolean =>
      groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(group))
    expect(unchecked(wrong)).toBe(true)
  })
})
