import { expect, test } from 'vitest'
import { parseClock } from '#domain/calendar/clock-text'

test.each([
  ['22:14', '22:14'],
  ['22：14', '22:14'],
  ['2214', '22:14'],
  ['0905', '09:05'],
  ['9.05', '09:05'],
  [' 9:5 ', '09:05'],
  ['9点', '09:00'],
  ['9点5分', '09:05'],
  ['21点半', '21:30'],
  ['23:59:07', '23:59:07'],
  ['２２：１４', '22:14'],
])('%s is %s', (text, clock) => expect(parseClock(text)).toBe(clock))

test.each(['', '24:00', '22:60', '22:14:60', '914', 'ten', '2026-11-24', '22:', '9点60分'])('%s is no time', (text) =>
  expect(parseClock(text)).toBeNull(),
)
