import { describe, expect, test } from 'vitest'
import { parseLenderPlan } from '#domain/loan/parse-lender-plan'

/** Each row as date, principal, interest and fee in fen; each dropped line as its number and why. */
function read(...lines: string[]) {
  const { rows, dropped } = parseLenderPlan(lines.join('\n'))
  return {
    rows: rows.map((row) => [row.dueOn, row.principalFen, row.interestFen, row.feeFen]),
    dropped: dropped.map(({ line, reason }) => [line, reason]),
  }
}
const rows = (...found: [string, number, number, number][]) => ({ rows: found, dropped: [] })
const onlyDropped = (...found: [number, string][]) => ({ rows: [], dropped: found })
const DAY = '2026-12-15'

describe('a line of a pasted plan without a header', () => {
  test.each<[string, string, [number, number, number]]>([
    ['one amount is all principal', `${DAY} 1000`, [100_000, 0, 0]],
    ['two are principal and interest', `${DAY} 1000 10`, [100_000, 1000, 0]],
    ['three are principal, interest and fee', `${DAY} 1000 10 5`, [100_000, 1000, 500]],
    ['three whose last is the sum have no fee', `${DAY} 1000 10 1010`, [100_000, 1000, 0]],
    ['three whose first is the sum have no fee', `${DAY} 1010 1000 10`, [100_000, 1000, 0]],
    ['four end with the total', `${DAY} 1000 10 5 1015`, [100_000, 1000, 500]],
    ['four may begin with the total', `${DAY} 1015 1000 10 5`, [100_000, 1000, 500]],
    ['what follows the fourth amount is passed over', `${DAY} 1000 10 5 1015 7`, [100_000, 1000, 500]],
    ['the money may stand before the date', `1000 10 ${DAY}`, [100_000, 1000, 0]],
    ['the instalment number before the date is no money', `3 ${DAY} 1000 10`, [100_000, 1000, 0]],
    ['第3期 after the date is no money', `${DAY} 第3期 1000 10`, [100_000, 1000, 0]],
    ['12期 after the date is no money', `${DAY} 12期 1000 10`, [100_000, 1000, 0]],
    ['a number apart from its 期 is no money', `${DAY}\t3 期\t1000\t10`, [100_000, 1000, 0]],
    ['3/12 after the date is no money', `${DAY} 3/12 1000 10`, [100_000, 1000, 0]],
    ['10/12 after the date is no money', `${DAY} 10/12 1000 10`, [100_000, 1000, 0]],
    ['words between are passed over', `${DAY} 待还 1000 合计 10 total`, [100_000, 1000, 0]],
    ['a dash is no amount', `${DAY} 1000 - 10`, [100_000, 1000, 0]],
    ['tabs part cells', `${DAY}\t1000.50\t10.05`, [100_050, 1005, 0]],
    ['bars part cells', `| ${DAY} | 1000 | 10 |`, [100_000, 1000, 0]],
    ['commas part cells', `${DAY},1000,10`, [100_000, 1000, 0]],
    ['commas with spaces part cells', `${DAY} , 1000 , 10`, [100_000, 1000, 0]],
    ['full-width commas and semicolons part cells', `${DAY}，1000；10;5`, [100_000, 1000, 500]],
    ['wide spaces part cells', `${DAY}\u30001000\u300010`, [100_000, 1000, 0]],
    ['a thousands comma is not a border', `${DAY} 1,200 10`, [120_000, 1000, 0]],
    ['a thousands comma with decimals is not a border', `${DAY} 1,200.50 10`, [120_050, 1000, 0]],
    ['two thousands commas are no borders', `${DAY} 1,234,567.89 10`, [123_456_789, 1000, 0]],
    ['a comma before four digits is a border', `${DAY} 1,2000`, [100, 200_000, 0]],
    ['quotes around cells are taken off', `${DAY},"1,200.00","10"`, [120_000, 1000, 0]],
    ['single quotes around cells are taken off', `${DAY},'1200','10'`, [120_000, 1000, 0]],
    ['¥ and 元 are read', `${DAY} ¥1,200.50 10元`, [120_050, 1000, 0]],
  ])('%s', (_, line, [principal, interest, fee]) => {
    expect(read(line)).toEqual(rows([DAY, principal, interest, fee]))
  })

  test.each([
    ['1000 10', 'no_date'],
    ['12月15日 1000', 'date_without_year'],
    ['2026-02-30 1000', 'date_does_not_exist'],
    ['2026-13-01 1000', 'date_does_not_exist'],
    ['2026-12-15', 'no_amount'],
    ['2026-12-15 待还 -', 'no_amount'],
    ['2026-12-15 12abc', 'amount_unreadable'],
    ['2026-12-15 1"000', 'amount_unreadable'],
    ['2026-12-15 x3/12 1000', 'amount_unreadable'],
    ['2026-12-15 3/12x 1000', 'amount_unreadable'],
    ['2026-12-15 1000 10 5 1014', 'total_differs'],
    ['2026-12-15 1000 10 5 1016', 'total_differs'],
    ['2026-12-15 1000 10 1010 7', 'total_differs'],
    ['2026-12-15 1010 1000 10 7', 'total_differs'],
    ['2026-12-15 1015 1000 10 5 3', 'total_differs'],
  ])('%s is dropped: %s', (line, reason) => {
    expect(read(line)).toEqual(onlyDropped([1, reason]))
  })

  test('a dropped line keeps its number and its text as pasted', () => {
    expect(parseLenderPlan(`${DAY} 1000\r\n\r\n  祝您生活愉快  \r\n2027-01-15 900`)).toEqual({
      rows: [
        { dueOn: DAY, principalFen: 100_000, interestFen: 0, feeFen: 0 },
        { dueOn: '2027-01-15', principalFen: 90_000, interestFen: 0, feeFen: 0 },
      ],
      dropped: [{ line: 3, text: '  祝您生活愉快  ', reason: 'no_date' }],
    })
  })

  test('blank lines and lines that begin with a total are passed over silently', () => {
    const read4 = read('', `${DAY} 1000`, '   ', '合计 1000 10', '  总计：1000', 'TOTAL 1010', '\u3000合计 3')
    expect(read4).toEqual(rows([DAY, 100_000, 0, 0]))
  })

  test('nothing pasted is an empty plan', () => {
    expect(parseLenderPlan('')).toEqual({ rows: [], dropped: [] })
  })
})

describe('dates', () => {
  test.each([
    ['2026-12-05', '2026-12-05'],
    ['2026/12/5', '2026-12-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年12月5日', '2026-12-05'],
    ['2026 年 3 月 15 日', '2026-03-15'],
    ['2026年12月5', '2026-12-05'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is %s', (text, dueOn) => {
    expect(read(`${text} 1000 10`)).toEqual(rows([dueOn, 100_000, 1000, 0]))
  })

  test('a short date takes its year from the row before it and rolls over the year', () => {
    expect(read('2026-11-15 1000', '12月15日 1000', '1月15日 1000', '2 月 15 日 1000', '12月15日 1000')).toEqual(
      rows(
        ['2026-11-15', 100_000, 0, 0],
        ['2026-12-15', 100_000, 0, 0],
        ['2027-01-15', 100_000, 0, 0],
        ['2027-02-15', 100_000, 0, 0],
        ['2027-12-15', 100_000, 0, 0],
      ),
    )
  })

  test('a short date equal to the one before stays in its year', () => {
    expect(read(`${DAY} 1000`, '12月15日 900')).toEqual(rows([DAY, 100_000, 0, 0], [DAY, 90_000, 0, 0]))
  })

  test('a full date before the one above keeps its own year', () => {
    expect(read(`${DAY} 1000`, '2026-03-15 900', '2025-01-15 800')).toEqual(
      rows([DAY, 100_000, 0, 0], ['2026-03-15', 90_000, 0, 0], ['2025-01-15', 80_000, 0, 0]),
    )
  })

  test('a dropped row gives no year to the next', () => {
    expect(read(`${DAY} 12abc`, '12月15日 1000')).toEqual(
      onlyDropped([1, 'amount_unreadable'], [2, 'date_without_year']),
    )
  })

  test('a short date that the rolled year does not have is dropped', () => {
    expect(read('2028-03-01 1000', '2月29日 1000')).toEqual({
      rows: [['2028-03-01', 100_000, 0, 0]],
      dropped: [[2, 'date_does_not_exist']],
    })
  })
})

describe('a header', () => {
  test.each<[string, string, string]>([
    ['in the usual order', '期数 还款日 本金 利息 手续费 应还合计', `1 ${DAY} 1000 10 5 1015`],
    ['with the total first', '应还总额 手续费 利息 本金 还款日', `1015 5 10 1000 ${DAY}`],
    ['with tabs', '期次\t还款日期\t利息\t本金\t服务费', `1\t${DAY}\t10\t1000\t5`],
    ['with bars', '| 到期日 | 利息 | 费用 | 本金 |', `| ${DAY} | 10 | 5 | 1000 |`],
    ['with commas', '日期,利息,担保费,本金', `${DAY},10,5,1000`],
    ['in English', 'No.,Date,Interest,Fee,Principal,Total', `1,${DAY},10,5,1000,1015`],
    ['with two words in a cell', 'No.,Due date,Interest,Fee,Principal,Total', `1,${DAY},10,5,1000,1015`],
    ['with commas over a row with spaces', '日期,利息,担保费,本金', `${DAY} 10 5 1000`],
    ['in English with other words', 'Period\tFee\tPrincipal\tInterest\tDate\tBalance', `1\t5\t1000\t10\t${DAY}\t9000`],
    ['with the state', '还款日 状态 利息 本金 费', `${DAY} 待还 10 1000 5`],
    ['with what is left', '还款日 剩余本金 利息 本金 保费', `${DAY} 9000 10 1000 5`],
    ['with units', '还款日(日) 利息(元) 本金（元） 费用(12)', `${DAY} 10 1000 5`],
    ['with two fees', '还款日 利息 手续费 本金 担保费', `${DAY} 10 2 1000 3`],
    ['without parts but the total', '还款日 利息 费用 月供', `${DAY} 10 5 1015`],
    ['with a number in words', '期数 还款日 利息 费用 本金', `第一期 ${DAY} 10 5 1000`],
  ])('%s puts each amount in its place', (_, header, line) => {
    expect(read(header, line)).toEqual(rows([DAY, 100_000, 1000, 500]))
  })

  test.each(['本金 利息', '还款日 备注', '日期 本金(1) 利息', '日期 本金（第12期） 利息'])(
    '%s is a header and passed over silently',
    (line) => {
      expect(read(line)).toEqual(rows())
    },
  )

  test.each(['姓名 本金', '姓名 备注 本金', '本金', '日期 本金(1200元) 利息', '1 日期 本金(元) 利息'])(
    '%s is no header',
    (line) => {
      expect(read(line)).toEqual(onlyDropped([1, 'no_date']))
    },
  )

  test('an empty cell between tabs keeps its place', () => {
    expect(read('期次\t还款日\t利息\t手续费\t本金', `1\t${DAY}\t10\t\t1000`)).toEqual(rows([DAY, 100_000, 1000, 0]))
  })

  test('a row of several amounts that does not fit the header is dropped, never guessed by place', () => {
    expect(read('还款日 利息 费用 本金 合计', `${DAY} 10 5 1000`)).toEqual(onlyDropped([1 + 1, 'amount_unreadable']))
  })

  test('a second header replaces the first', () => {
    expect(read('还款日 利息 本金', `${DAY} 10 1000`, '还款日 本金 利息', '2027-01-15 900 9')).toEqual(
      rows([DAY, 100_000, 1000, 0], ['2027-01-15', 90_000, 900, 0]),
    )
  })

  test('a row with fewer cells than the header is read by place', () => {
    expect(read('|还款日|利息|本金|', `|${DAY}|1000|`)).toEqual(rows([DAY, 100_000, 0, 0]))
    expect(read('还款日\t利息\t本金', `${DAY}\t1000`)).toEqual(rows([DAY, 100_000, 0, 0]))
  })

  test('columns that carry no money may be missing from a row', () => {
    expect(read('还款日 利息 本金 状态', `${DAY} 10 1000`)).toEqual(rows([DAY, 100_000, 1000, 0]))
    expect(read('还款日 本金 状态 利息', `${DAY} 1000 正常`)).toEqual(rows([DAY, 100_000, 0, 0]))
  })

  test.each(['-', '--', '—', '——', '/', '无', '', '"- "'])('%j in a cell is nothing', (blank) => {
    const header = '还款日|利息|本金|合计|手续费|状态'
    expect(read(header, `${DAY}|10|${blank}|1000|0|ok`)).toEqual(rows([DAY, 99_000, 1000, 0]))
    expect(read(header, `${DAY}|${blank}|1000|1000|0|ok`)).toEqual(rows([DAY, 100_000, 0, 0]))
    expect(read(header, `${DAY}|10|1000|1015|${blank}|ok`)).toEqual(rows([DAY, 100_000, 1000, 500]))
  })

  test('a total above principal and interest is a fee the app does not show', () => {
    expect(read('还款日 本金 利息 合计', `${DAY} 1000 10 1010.01`)).toEqual(rows([DAY, 100_000, 1000, 1]))
    expect(read('还款日 本金 利息 合计', `${DAY} 1000 10 1010`)).toEqual(rows([DAY, 100_000, 1000, 0]))
    expect(read('还款日 本金 利息 合计', `${DAY} 1000 10 1009.99`)).toEqual(onlyDropped([1 + 1, 'total_differs']))
  })

  test('with a fee column the total must be the sum', () => {
    const header = '还款日 本金 利息 手续费 合计'
    expect(read(header, `${DAY} 1000 10 0 1010`)).toEqual(rows([DAY, 100_000, 1000, 0]))
    expect(read(header, `${DAY} 1000 10 0 1010.01`)).toEqual(onlyDropped([2, 'total_differs']))
    expect(read(header, `${DAY} 1000 10 5 1014.99`)).toEqual(onlyDropped([2, 'total_differs']))
  })

  test('interest and fees may be all of a total but not more', () => {
    const header = '还款日 利息 手续费 合计'
    expect(read(header, `${DAY} 10 5 15`)).toEqual(rows([DAY, 0, 1000, 500]))
    expect(read(header, `${DAY} 10 5 14.99`)).toEqual(onlyDropped([2, 'parts_exceed_total']))
    expect(read('还款日 合计', `${DAY} 15`)).toEqual(rows([DAY, 1500, 0, 0]))
  })

  test('interest alone is no instalment', () => {
    expect(read('还款日 利息 备注', `${DAY} 10 -`)).toEqual(onlyDropped([2, 'no_amount']))
  })

  test('an amount that cannot be read drops its row only', () => {
    expect(read('还款日 本金 利息', `${DAY} 1000 abc`, '2027-01-15 900 9')).toEqual({
      rows: [['2027-01-15', 90_000, 900, 0]],
      dropped: [[2, 'amount_unreadable']],
    })
  })
})
