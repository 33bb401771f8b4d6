import { expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { entriesOf, likelyChoice, senderGroups, soundsLikeCollection } from '#domain/contact/import-choices'
import type { ImportedContact } from '#domain/contact/imported-contact'
import { aContact } from './a-contact'

const record = (change: Partial<ImportedContact>): ImportedContact => ({
  on: localDate('2026-11-02'),
  time: '22:14:05',
  channel: 'sms',
  direction: 'in',
  isAnswered: null,
  seconds: null,
  number: '106900000001',
  name: '',
  text: '',
  ...change,
})

let count = 0
const newId = () => `id-${++count}`

test('words of collectors are found through the blanks they put between; others are not', () => {
  expect(soundsLikeCollection('您 的 账 户 已 逾 期')).toBe(true)
  expect(soundsLikeCollection('法 院提起诉 讼/仲 裁')).toBe(true)
  expect(soundsLikeCollection('您的快递到了，取件码 123')).toBe(false)
})

test('senders are grouped by number in any writing, those that sound like collection first and taken by themselves', () => {
  const groups = senderGroups(
    [
      record({ number: '13800000001', text: '妈妈' }),
      record({ number: '+86 138 0000 0001', text: '吃饭' }),
      record({ text: '欠 款长时间逾期' }),
      record({ number: '', name: '催收小王', channel: 'wechat', text: '尽快处理' }),
      record({ number: '02160000001', channel: 'call' }),
    ],
    [{ id: 'n', key: '2160000001', holder: 'collector', partyId: 'agency', name: '' }],
  )
  expect(groups.map(({ key, records, hits }) => [key, records.length, hits])).toEqual([
    ['number 2160000001', 1, 0],
    ['number 106900000001', 1, 1],
    ['name 催收小王', 1, 1],
    ['number 13800000001', 2, 0],
  ])
  expect(groups.map(likelyChoice)).toEqual([
    { isTaken: true, partyId: 'agency' },
    { isTaken: true, partyId: null },
    { isTaken: true, partyId: null },
    { isTaken: false, partyId: null },
  ])
})

test('what is in the log already, or twice in the file, is not added again', () => {
  const records = [
    record({ channel: 'call', number: '021 60000001', text: '' }),
    record({ channel: 'call', number: '021-60000001', text: '', time: '22:14:40' }),
    record({ text: '逾期' }),
    record({ text: '逾 期' }),
    record({ text: '另一条' }),
  ]
  const log = [aContact({ number: '02160000001', time: '22:14', said: '手写的说明', channel: 'call' })]
  const all = () => ({ isTaken: true, partyId: 'bank' })
  const { entries, known } = entriesOf(senderGroups(records, []), all, log, newId)
  // The call written down by hand is one of the two of that minute; the other counts.
  expect(known).toBe(2)
  expect(entries.map(({ said, byPartyId, reached }) => [said, byPartyId, reached])).toEqual([
    ['逾期', 'bank', 'me'],
    ['另一条', 'bank', 'me'],
    ['', 'bank', 'me'],
  ])
  // The same file once more adds nothing.
  expect(entriesOf(senderGroups(records, []), all, [...log, ...entries], newId).entries).toEqual([])
})

test('what is not chosen stays outside; own words are the person’s', () => {
  const groups = senderGroups([record({ direction: 'out', text: '请书面发来' }), record({ number: '13900000009' })], [])
  const { entries } = entriesOf(groups, ({ key }) => ({ isTaken: key.endsWith('0001'), partyId: null }), [], newId)
  expect(entries.map(({ said, answered }) => [said, answered])).toEqual([['', '请书面发来']])
})

test('the same file once more adds nothing, what the person wrote included; two calls of one minute are two', () => {
  const records = [
    record({ direction: 'out', text: '请书面发来' }),
    record({ channel: 'wechat', number: '', name: '催收小王', text: '' }),
    record({ channel: 'wechat', number: '', name: '催收小李', text: '' }),
    record({ channel: 'call', time: '22:14:05' }),
    record({ channel: 'call', time: '22:14:40' }),
  ]
  const all = () => ({ isTaken: true, partyId: null })
  const first = entriesOf(senderGroups(records, []), all, [], newId)
  expect([first.entries.length, first.known]).toEqual([5, 0])
  const again = entriesOf(senderGroups(records, []), all, first.entries, newId)
  expect([again.entries.length, again.known]).toEqual([0, 5])
})

test('whoever stands in the address book is not taken by itself, whatever the words', () => {
  const [mother, stranger] = senderGroups(
    [
      record({ number: '13800000001', name: '妈妈', text: '记得还款' }),
      record({ number: '13900000009', text: '逾期' }),
    ],
    [],
  )
  expect(mother && likelyChoice(mother).isTaken).toBe(false)
  expect(stranger && likelyChoice(stranger).isTaken).toBe(true)
})
