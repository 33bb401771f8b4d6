import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mayBe, phoneNumber } from '#domain/contact/phone-number'

it.each([
  ['13800000001', '13800000001', 'mobile'],
  ['+8613800000001', '13800000001', 'mobile'],
  ['0086 138-0000-0001', '13800000001', 'mobile'],
  ['８６13800000001', '13800000001', 'mobile'],
  ['0571-88880001', '57188880001', 'landline'],
  ['(0571) 8888 0001', '57188880001', 'landline'],
  ['+86 571 88880001', '57188880001', 'landline'],
  ['021-60000002', '2160000002', 'landline'],
  ['400-800-0001', '4008000001', 'service'],
  ['+864008000001', '4008000001', 'service'],
  ['95599', '95599', 'service'],
  ['008695599', '95599', 'service'],
  ['12378', '12378', 'service'],
  ['10086', '10086', 'service'],
  ['10690005', '10690005', 'textPort'],
  ['1069012345678901', '1069012345678901', 'textPort'],
  ['+8610690005', '10690005', 'textPort'],
  ['138****0003', '138****0003', 'masked'],
  ['+86138xxxx0003', '138****0003', 'masked'],
  ['+85291234567', '+85291234567', 'foreign'],
  ['-1', '', 'hidden'],
  ['--', '', 'hidden'],
  ['(Unknown)', 'Unknown', 'other'],
])('reads %s as %s, %s', (text, key, kind) => {
  expect(phoneNumber(text)).toMatchObject({ key, kind })
})

it('is shown as people read it', () => {
  expect(phoneNumber('008613800000001').shown).toBe('138 0000 0001')
  expect(phoneNumber('057188880001').shown).toBe('0571 8888 0001')
})

it('gives one key to every way of writing a mobile number, and never fails on nonsense', () => {
  const mobile = fc
    .tuple(fc.constantFrom('13', '15', '18', '19'), fc.integer({ min: 0, max: 999_999_999 }))
    .map(([head, rest]) => head + String(rest).padStart(9, '0'))
  const write = fc.constantFrom(
    (number: string) => number,
    (number: string) => `+86${number}`,
    (number: string) => `0086${number}`,
    (number: string) => `+86 ${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
    (number: string) => number.replace(/(\d{3})(\d{4})/, '$1-$2-'),
  )
  fc.assert(
    fc.property(mobile, write, (number, as) => {
      expect(phoneNumber(as(number)).key).toBe(number)
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { key } = phoneNumber(text)
      expect(phoneNumber(key).key).toBe(key)
    }),
  )
})

it('says of hidden digits only what they may be', () => {
  expect(mayBe('138****0003', '13812340003')).toBe(true)
  expect(mayBe('138****0003', '13812340004')).toBe(false)
  expect(mayBe('138****0003', '138****0003')).toBe(true)
  expect(mayBe('138****0003', '1381234003')).toBe(false)
})
