import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utils, write } from '@e965/xlsx'
import { readContacts, READ_LIMITS, type ReadAnswer, type ReadInput } from '#workers/imports/read-contacts'
import { smsBackupReader } from '#workers/imports/sms-backup'
import { zipVerdict } from '#workers/imports/zip-sizes'

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'fixtures')
const isThere = existsSync(SHARED)
if (!isThere) console.warn('SKIPPED: ../shared/fixtures is not here; the files of others are not read')

const fileOf = (bytes: Uint8Array | string, name = 'whatever.bin'): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)

const read = (from: File | string, change: Partial<ReadInput> = {}): Promise<ReadAnswer> =>
  readContacts({ from, own: null, columns: {}, ...change }, () => undefined)

const summary = (answer: ReadAnswer) =>
  answer.kind === 'read'
    ? `${answer.source} ${answer.contacts.length}`
    : answer.kind === 'refused'
      ? answer.reason
      : answer.kind

describe.skipIf(!isThere)('files of others are told apart by what is in them', () => {
  test.each([
    ['synthetic/smsbr_calls_cn.xml', 'callsXml 9'],
    ['synthetic/smsbr_sms_cn_surrogate_entities.xml', 'smsXml 4'],
    ['synthetic/cdr_cmcc_csv_gbk.csv', 'callBill 2'],
    ['synthetic/cdr_telecom_cq_gbk.csv', 'callBill 2'],
    ['synthetic/cdr_unicom_gbk.csv', 'callBill 3'],
    ['synthetic/cdr_cmcc_preamble_yearless.xls', 'callBill'],
    ['synthetic/memotrace_chat_utf8bom.csv', 'memoTrace'],
    ['synthetic/chatlab_private.json', 'chatLab'],
    ['synthetic/wechat_mail_export.txt', 'needsOwn'],
    ['synthetic/loan_list_cn_gbk.csv', 'needsColumns'],
    ['synthetic/evidence_bag_cn.zip', 'broken'],
    ['synthetic/pboc_simplified_synthetic.pdf', 'unknown'],
    ['smsbr/shruggie_minimal_calls.xml', 'callsXml'],
    ['smsbr/devadvance_empty.xml', 'unknown'],
  ])('%s: %s', async (file, expected) => {
    const answer = await read(fileOf(readFileSync(join(SHARED, file))))
    expect(summary(answer)).toMatch(new RegExp(`^${expected}`))
  })

  test('the year-less list in an old sheet takes its year from its head', async () => {
    const answer = await read(fileOf(readFileSync(join(SHARED, 'synthetic/cdr_cmcc_preamble_yearless.xls'))))
    if (answer.kind !== 'read') throw new Error(answer.kind)
    expect(answer.contacts.length).toBeGreaterThan(0)
    expect(answer.contacts.every(({ on, time }) => /^20\d\d-/.test(on) && time !== null)).toBe(true)
  })

  test('a chat is read once it is known which name is one’s own', async () => {
    const bytes = readFileSync(join(SHARED, 'synthetic/wechat_mail_export.txt'))
    const answer = await read(fileOf(bytes), { own: '测试用户' })
    expect(summary(answer)).toBe('wechatText 5')
    expect(summary(await read(bytes.toString('utf8'), { own: '测试用户' }))).toBe('wechatText 5')
  })
})

test('a list in a new sheet, with real dates in its cells', async () => {
  const rows = [
    ['通话详单'],
    ['对方号码', '起始时间', '呼叫类型', '通话时长'],
    ['95588', new Date(Date.UTC(2026, 9, 21, 22, 14, 5)), '被叫', '00:00:38'],
    ['02160000001', '2026-10-22 08:51:12', '主叫', '12秒'],
  ]
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['别的页']]), '说明')
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { cellDates: true, UTC: true }), '语音')
  const answer = await read(fileOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array))
  if (answer.kind !== 'read') throw new Error(answer.kind)
  expect(answer.contacts.map(({ on, time, direction, seconds }) => [on, time, direction, seconds])).toEqual([
    ['2026-10-21', '22:14:05', 'in', 38],
    ['2026-10-22', '08:51:12', 'out', 12],
  ])
})

test('an unknown list is read by the columns the person named, and known again by its row of names', async () => {
  const list = '谁,何时,怎样\n95588,2026-10-21 22:14:05,呼入\n95588,2026-10-22 09:00:00,呼出\n'
  const asked = await read(fileOf(list))
  if (asked.kind !== 'needsColumns') throw new Error(asked.kind)
  expect(asked.header).toBe('谁|何时|怎样')
  const columns = { [asked.header]: { number: 0, start: 1, direction: 2, duration: -1 } }
  expect(summary(await read(fileOf(list), { columns }))).toBe('callBill 2')
})

describe('hostile files', () => {
  test('a document type, a web page, an empty and a huge file are refused by name', async () => {
    expect(
      summary(await read(fileOf('<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "b">]><calls><call/></calls>'))),
    ).toBe('doctype')
    expect(summary(await read(fileOf('<html><table><tr><td>对方号码</td></tr></table></html>')))).toBe('webPage')
    expect(summary(await read(fileOf('')))).toBe('empty')
    const limits = { ...READ_LIMITS, wholeBytes: 10 }
    expect(
      summary(await readContacts({ from: fileOf('a,b,c\n1,2,3\n'), own: null, columns: {} }, () => undefined, limits)),
    ).toBe('tooLarge')
  })

  /** A zip with one part, as its end record says it. */
  function zipOf(content: Uint8Array, { flags = 0, claimedSize = content.length } = {}): Uint8Array {
    const packed = deflateRawSync(content)
    const name = Buffer.from('a')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimedSize, 22)
    local.writeUInt16LE(1, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(claimedSize, 24)
    central.writeUInt16LE(1, 28)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(47, 12)
    end.writeUInt32LE(31 + packed.length, 16)
    return Buffer.concat([local, name, packed, central, name, end])
  }

  test('a zip that unpacks to far more is refused within two seconds, whatever size it claims; one with a password is told', async () => {
    const bomb = zipOf(new Uint8Array(300_000_000), { claimedSize: 10 })
    expect(bomb.length).toBeLessThan(400_000)
    const start = performance.now()
    expect(summary(await read(fileOf(bomb)))).toBe('tooLarge')
    expect(performance.now() - start).toBeLessThan(2000)
    expect(summary(await read(fileOf(zipOf(new Uint8Array(10), { flags: 1 }))))).toBe('encrypted')
    // Control: who believed the claimed size would let it in.
    expect(await zipVerdict(bomb, 400_000_000)).toBe('fine')
  })

  test('a zip whose two counts, or whose two methods, differ is refused: readers differ in which they believe', async () => {
    const bytes = Buffer.from(zipOf(new Uint8Array(10)))
    const counts = Buffer.from(bytes)
    counts.writeUInt16LE(0, counts.length - 22 + 10)
    expect(await zipVerdict(counts, 1000)).toBe('broken')
    const methods = Buffer.from(bytes)
    methods.writeUInt16LE(0, 8)
    expect(await zipVerdict(methods, 1000)).toBe('broken')
  })

  test('a sheet that claims to reach to the last cell there can be is read no further than a list goes', async () => {
    const book = utils.book_new()
    const sheet = utils.aoa_to_sheet([
      ['对方号码', '起始时间', '呼叫类型'],
      ['95588', '2026-10-21 22:14:05', '被叫'],
    ])
    sheet['!ref'] = 'A1:XFD1048576'
    utils.book_append_sheet(book, sheet, 'x')
    const start = performance.now()
    expect(summary(await read(fileOf(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)))).toBe(
      'callBill 1',
    )
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('a record without an end is refused once it is too long', () => {
    const reader = smsBackupReader(10)
    reader.write('<smses><sms body="')
    for (let at = 0; at < 200 && reader.isOpen; at += 1) reader.write('a'.repeat(100_000))
    expect(reader.end().endedBy).toBe('recordTooLong')
  })

  test('more records than the limit: the first are given, and it is said', async () => {
    const calls = Array.from(
      { length: 50 },
      (_, at) => `<call number="95588" date="${1_790_000_000_000 + at * 60_000}" type="1" duration="5"/>`,
    )
    const limits = { ...READ_LIMITS, records: 20 }
    const answer = await readContacts(
      { from: fileOf(`<calls count="50">${calls.join('')}</calls>`), own: null, columns: {} },
      () => undefined,
      limits,
    )
    expect(answer).toMatchObject({ kind: 'read', isCut: true })
    expect(answer.kind === 'read' && answer.contacts.length).toBe(20)
  })

  const SEEDS = [
    '<?xml version="1.0"?><calls count="1"><call number="95588" date="1790000000000" type="1" duration="5"/></calls>',
    '<?xml version="1.0"?><smses count="1"><sms address="1069000" date="1790000000000" type="1" body="逾 期&#55357;&#56832;"/><mms date="1790000000000" msg_box="1" address="95588"><parts><part ct="text/plain" text="a" data="AAAA"/></parts></mms></smses>',
    '对方号码,起始时间,呼叫类型,通话时长\n95588,2026-10-21 22:14:05,被叫,00:00:38\n',
    '{"chatlab":{"version":"0.0.2"},"meta":{"ownerId":"me"},"messages":[{"sender":"x","accountName":"催","timestamp":1790000000,"type":0,"content":"还款"}]}',
    'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n1,1,1,0,0,1790000000,1,还款,2026,催收,催收,x\n',
    '甲 和 乙 在微信上的聊天记录如下，请查收。\n\n—————  2026-10-21  —————\n\n催收  08:05\n\n还款\n',
  ]

  test('10,000 mutated files of all formats are each answered, and no record breaks what the log holds', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SEEDS),
        fc.array(
          fc.record({
            at: fc.nat(600),
            cut: fc.nat(8),
            put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('<', '"', '&#5', '\u0000', '\uFFFD', '{', ',')),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (seed, edits) => {
          const text = edits.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), seed)
          const answer = await read(text, { own: '乙' })
          answered += 1
          if (answer.kind === 'read')
            for (const { on, time, text: words } of answer.contacts) {
              expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
              expect(time === null || /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)).toBe(true)
              expect(words.length).toBeLessThanOrEqual(4000)
            }
        },
      ),
      { numRuns: 10_000 },
    )
    expect(answered).toBe(10_000)
  }, 120_000)
})

test('a backup of 200 MB, most of it pictures, is read as it streams: the heap stays small', () => {
  const picture = 'A'.repeat(1_000_000)
  const message = (at: number) =>
    `<mms date="${1_790_000_000_000 + at * 60_000}" msg_box="1" address="95588"><parts><part ct="image/jpeg" data="${picture}"/><part ct="text/plain" text="逾期 ${at}"/></parts></mms>`
  const reader = smsBackupReader(100_000)
  const before = process.memoryUsage().heapUsed
  let most = 0
  reader.write('<?xml version="1.0"?><smses count="200">')
  for (let at = 0; at < 200; at += 1) {
    const text = message(at)
    for (let from = 0; from < text.length; from += 65_536) reader.write(text.slice(from, from + 65_536))
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  reader.write('</smses>')
  const { contacts, dropped, endedBy } = reader.end()
  expect([contacts.length, contacts[199]?.text, dropped, endedBy]).toEqual([200, '逾期 199', {}, 'end'])
  expect(most).toBeLessThan(120_000_000)
})
