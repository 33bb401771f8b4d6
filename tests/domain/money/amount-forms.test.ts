import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountInWords } from '#domain/money/amount-in-words'
import { chineseCapital } from '#domain/money/chinese-capital'
import { fen, MAX_FEN, type Fen } from '#domain/money/fen'
import { parseAmount } from '#domain/money/parse-amount'

describe('amounts in every form people write them', () => {
  test.each([
    ['3万', 3_000_000],
    ['10万', 10_000_000],
    ['3万5千', 3_500_000],
    ['3万5千元', 3_500_000],
    ['三万', 3_000_000],
    ['三万五千', 3_500_000],
    ['五千元', 500_000],
    ['两万块', 2_000_000],
    ['十万', 10_000_000],
    ['十五万', 15_000_000],
    ['二十万零五百', 20_050_000],
    ['三百万', 300_000_000],
    ['1千5百万', 1_500_000_000],
    ['1.5千万', 1_500_000_000],
    ['一千零五', 100_500],
    ['三百五十', 35_000],
    ['一万零二', 1_000_200],
    ['一万二千三百四十五元六角七分', 1_234_567],
    ['壹万元整', 1_000_000],
    ['壹仟肆佰零玖元伍角', 140_950],
    ['人民币叁佰贰拾伍元零肆分', 32_504],
    ['5元5角', 550],
    ['3块2毛', 320],
    ['8角', 80],
    ['零元整', 0],
    ['３万５千', 3_500_000],
    ['￥３，５００．００', 350_000],
    ['3w', 3_000_000],
    ['3.5k', 350_000],
    ['1万2300', 1_230_000],
    ['1亿', 10_000_000_000],
    ['3点5万', 3_500_000],
  ])('%s is %i fen', (text, amount) => expect(parseAmount(text)).toEqual({ ok: true, value: amount }))

  test.each([
    ['3万5', 3_500_000, 3_000_500],
    ['一万二', 1_200_000, 1_000_200],
    ['三千五', 350_000, 300_500],
    ['三百五', 35_000, 30_500],
    ['1亿2', 12_000_000_000, 10_000_000_200],
  ])('%s is asked about: %i or %i fen', (text, spokenFen, literalFen) =>
    expect(parseAmount(text)).toEqual({ ok: false, error: { code: 'amount_ambiguous', text, spokenFen, literalFen } }),
  )

  test.each(['3万50', '5千3万', '万', '3千千', '一万二+5', '元', '1万2千3千', '..', '5角3', '三五万x'])(
    '%s is not read',
    (text) => expect(parseAmount(text)).toMatchObject({ error: { code: 'amount_unreadable' } }),
  )

  test('capital characters of a cheque are read back', () => {
    fc.assert(
      fc.property(fc.nat(MAX_FEN), (amount) => {
        expect(parseAmount(chineseCapital(amount as Fen))).toEqual({ ok: true, value: amount })
      }),
    )
  })
})

describe('amounts said back in the units of a language', () => {
  test.each([
    [3_500_000, '3.5', 4, '35', 3],
    [10_000_000, '10', 4, '100', 3],
    [1_234_567, '1.234567', 4, '12.34567', 3],
    [99_999, '999.99', 0, '999.99', 0],
    [100_000, '1000', 0, '1', 3],
    [MAX_FEN, '100', 8, '10', 9],
    [5, '0.05', 0, '0.05', 0],
  ])('%i fen', (amount, zhDigits, zhPower, enDigits, enPower) => {
    expect(amountInWords(fen(amount), 4)).toEqual({ digits: zhDigits, power: zhPower })
    expect(amountInWords(fen(amount), 3)).toEqual({ digits: enDigits, power: enPower })
  })
})
