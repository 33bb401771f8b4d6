import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.cjs')
const folder = mkdtempSync(join(tmpdir(), 'cli-'))
const sample = join(folder, 'case.json')

interface Answer {
  readonly ok: boolean
  readonly error?: { readonly code: string }
  // Each command answers a shape of its own.
  readonly [name: string]: unknown
}

function run(words: readonly string[], input = ''): { text: string; status: number | null } {
  const env = { ...process.env, BREATHING_ROOM_TODAY: '2026-11-24' }
  const result = spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8', input, env })
  return { text: result.stdout, status: result.status }
}

const answer = (words: readonly string[], input = ''): Answer =>
  JSON.parse(run([...words, '--json'], input).text) as Answer

beforeAll(() => {
  if (!existsSync(CLI)) throw new Error('out/main/cli.cjs is missing: npm run build makes it, npm test does so first')
  writeFileSync(sample, run(['sample']).text)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('writes out a schedule whose principal is repaid exactly', () => {
  const made = answer(
    'schedule --kind levelInstalment --principal 120000.00 --annual-rate 0.12 --periods 12 --drawn 2026-01-15 --first-due 2026-02-15'.split(
      ' ',
    ),
  )
  expect(made.ok).toBe(true)
  expect((made['rows'] as unknown[])[0]).toEqual({
    n: 1,
    dueOn: '2026-02-15',
    principalFen: 946_185,
    interestFen: 120_000,
    feeFen: 0,
    totalFen: 1_066_185,
    balanceFen: 11_053_815,
  })
  expect(made['totals']).toMatchObject({ principalFen: 12_000_000 })
})

it('takes a fee rate for every kind, on the original principal', () => {
  const schedule = (kind: string, rates: string): Answer =>
    answer(
      `schedule --kind ${kind} --principal 12000 ${rates} --periods 12 --drawn 2026-01-15 --first-due 2026-02-15`.split(
        ' ',
      ),
    )
  const first = (made: Answer): unknown => (made['rows'] as unknown[])[0]
  expect(first(schedule('flatFee', '--fee-rate 0.006'))).toMatchObject({ principalFen: 100_000, feeFen: 7_200 })
  expect(first(schedule('flatFee', '--annual-rate 0.072'))).toMatchObject({ principalFen: 100_000, feeFen: 7_200 })
  expect(first(schedule('equalPrincipal', '--annual-rate 0.12 --fee-rate 0.001'))).toMatchObject({
    interestFen: 12_000,
    feeFen: 1_200,
    totalFen: 113_200,
  })
})

const written = (words: string): { rows: readonly Record<string, unknown>[]; totals: Record<string, unknown> } => {
  const made = answer(`schedule ${words}`.split(' '))
  if (!made.ok) throw new Error(`${words}: ${JSON.stringify(made.error)}`)
  return made as unknown as ReturnType<typeof written>
}

it('writes out daily interest by actual days: 10,000.00 at 0.05 % for 31 days is 155.00', () => {
  const words =
    '--kind dailyBalance --principal 10000 --daily-rate 0.0005 --periods 3 --drawn 2026-01-15 --first-due 2026-02-15'
  const { rows } = written(`${words} --repayment equalPrincipal`)
  expect(rows[0]).toMatchObject({ principalFen: 333_333, interestFen: 15_500 })
  // 28 days on the two thirds that are left.
  expect(rows[1]).toMatchObject({ interestFen: 9_333 })
  const lastOnly = written(`${words} --repayment interestFirst`).rows.map(({ principalFen }) => principalFen)
  expect(lastOnly).toEqual([0, 0, 1_000_000])
})

it('takes rate steps, a head of interest only, a balloon, own dates and another cadence', () => {
  const base = '--kind equalPrincipal --principal 12000 --annual-rate 0.12 --drawn 2026-01-15'
  const stepped = written(`${base} --periods 4 --first-due 2026-02-15 --rate-step 2026-03-15:0.24 --interest-only 1`)
  expect(stepped.rows.map(({ principalFen }) => principalFen)).toEqual([0, 400_000, 400_000, 400_000])
  // 1 % a month, then 2 % from the third period on.
  expect(stepped.rows.map(({ interestFen }) => interestFen)).toEqual([12_000, 12_000, 16_000, 8_000])
  const balloon = written(`${base} --periods 4 --first-due 2026-02-15 --balloon 6000`)
  expect(balloon.rows[3]).toMatchObject({ balanceFen: 0 })
  expect(Number(balloon.rows[3]?.['principalFen'])).toBeGreaterThanOrEqual(600_000)
  const dated = written(`${base} --dates 2026-02-01,2026-05-20,2026-06-30`)
  expect(dated.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-02-01', '2026-05-20', '2026-06-30'])
  const quarterly = written(`${base} --periods 2 --first-due 2026-04-15 --cadence quarter`)
  expect(quarterly.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-04-15', '2026-07-15'])
  const everyTen = written(`${base} --periods 2 --first-due 2026-01-25 --cadence days:10`)
  expect(everyTen.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-01-25', '2026-02-04'])
})

it('counts 30 days to a month where the contract does: 31 January to 1 March is 31 days of 360', () => {
  const words = '--kind bullet --principal 36000 --annual-rate 0.1 --drawn 2026-01-31 --first-due 2026-03-01'
  expect(written(`${words} --day-count thirty`).rows[0]).toMatchObject({ interestFen: 31_000 })
  expect(written(`${words} --day-count actual`).rows[0]).toMatchObject({ interestFen: 29_000 })
})

it('charges the whole flat fee with the first instalment where told', () => {
  const words =
    '--kind flatFee --principal 12000 --fee-rate 0.006 --periods 12 --drawn 2026-01-15 --first-due 2026-02-15'
  const { rows } = written(`${words} --fee-timing withFirst`)
  expect([rows[0]?.['feeFen'], rows[1]?.['feeFen']]).toEqual([86_400, 0])
})

it('writes out money between friends by the rows agreed, and a plan of the lender from its file', () => {
  const friends = written(
    '--kind informal --principal 10000 --drawn 2026-01-15 --row 2026-06-01:4000 --row 2026-12-01:6000',
  )
  expect(friends.rows.map(({ totalFen }) => totalFen)).toEqual([400_000, 600_000])
  const plan = join(folder, 'plan.csv')
  writeFileSync(plan, '2026-12-05,500.00,12.50\n2027-01-05,500.00,6.25\n')
  expect(written(`--kind lenderSchedule --drawn 2026-11-05 --rows ${plan}`).totals).toMatchObject({
    principalFen: 100_000,
    interestFen: 1_875,
  })
})

it('takes the rules of a card', () => {
  const words = '--kind revolving --principal 10000 --daily-rate 0.0005 --drawn 2026-01-15 --statement-day 5'
  for (const rule of ['--due-days 20', '--due-day 25 --minimum share --minimum-share 0.05 --minimum-floor 50'])
    expect(answer(`schedule ${words} ${rule} --compounds`.split(' ')).ok).toBe(true)
  expect(answer(`schedule ${words} --minimum fixed`.split(' ')).error?.code).toBe('option_missing')
})

it('finds the rate of 12 instalments at 0.6 % a month (13.03 % nominal; 13.90 % by actual days)', () => {
  const csv = ['date,amount', '2026-01-15,12000']
  for (let month = 1; month <= 12; month += 1) {
    const index = 2026 * 12 + month
    csv.push(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15,-1072`)
  }
  const made = answer(['rate'], csv.join('\n'))
  const { roots } = made['effectiveAnnual'] as { roots: number[] }
  expect(roots).toHaveLength(1)
  expect(roots[0]).toBeCloseTo(0.13903, 5)
  expect(made['nominalApr']).toBeCloseTo(0.1303, 4)
})

it('tells a case as it stands, its plan, and what an extension would do', () => {
  expect(answer(['validate', sample])).toMatchObject({ ok: true, loans: 5 })
  const status = answer(['status', sample, '--on', '2026-11-24'])
  expect((status['loans'] as { stage: string }[]).filter(({ stage }) => stage === 'm2')).toHaveLength(1)
  const plan = answer(['plan', sample, '--strategy', 'avalanche', '--on', '2026-11-24'])
  expect(plan['cannotPay']).toMatchObject({ availableFen: 390_000 })
  const extended = answer(['extend', sample, '--loan', 'loan-card', '--periods', '6', '--on', '2026-11-24'])
  expect((extended['arrangement'] as { rows: unknown[] }).rows).toHaveLength(16)
})

it('prints a letter as text and says what sending it means', () => {
  const letter = run(['letter', sample, '--loan', 'loan-consumer', '--kind', 'auto', '--periods', '24', '--text'])
  expect(letter.status).toBe(0)
  expect(letter.text).toContain('138 0000 0001')
  expect(letter.text).toContain('第五百四十三条')
  expect(letter.text).not.toContain('六百七十八')
  const made = answer(['letter', sample, '--loan', 'loan-consumer', '--kind', 'auto', '--periods', '24'])
  expect(JSON.stringify(made['notice'])).toContain('时效自此重算')
})

it('writes a Word file that is a zip', () => {
  const docx = join(folder, 'letter.docx')
  expect(
    answer(['letter', sample, '--loan', 'loan-card', '--kind', 'auto', '--periods', '36', '--docx', docx]).ok,
  ).toBe(true)
  expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK')
})

it('answers every mistake by code, with status 2', () => {
  const cut = join(folder, 'cut.json')
  writeFileSync(cut, readFileSync(sample, 'utf8').slice(0, 500))
  const foreign = join(folder, 'foreign.json')
  writeFileSync(foreign, '{"hello":1}')
  const newer = join(folder, 'newer.json')
  writeFileSync(newer, '{"schemaVersion":99}')
  const schedule = (change: string): readonly string[] =>
    `schedule --kind levelInstalment --principal 1000 --annual-rate 0.12 --periods 12 --drawn 2026-01-15 --first-due 2026-02-15 ${change}`.split(
      ' ',
    )
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['nonsense'], 'unknown_command'],
    [['status', join(folder, 'absent.json')], 'file_not_read'],
    [['status', cut], 'not_a_case_file'],
    [['status', foreign], 'not_a_case_file'],
    [['status', newer], 'newer_version'],
    [['status', sample, '--on', '2026-02-30'], 'date_does_not_exist'],
    [['extend', sample, '--loan', 'nobody', '--periods', '6'], 'loan_not_found'],
    [['letter', sample, '--loan', 'loan-card', '--kind', 'auto', '--periods', '61'], 'term_out_of_range'],
    [schedule('--periods 601'), 'term_out_of_range'],
    [schedule('--annual-rate 36'), 'rate_out_of_range'],
    [schedule('--principal=-5'), 'amount_negative'],
    [schedule('--first-due 2026-01-01'), 'first_due_before_drawn'],
    [schedule('--rate-step 2026-03-15'), 'rate_unreadable'],
    [schedule('--rate-step 2026-02-30:0.1'), 'date_does_not_exist'],
    [schedule('--interest-only 12'), 'head_longer_than_term'],
    [schedule('--balloon 1000'), 'balloon_out_of_range'],
    [schedule('--cadence days:0'), 'cadence_out_of_range'],
    [schedule('--cadence yearly'), 'option_not_a_choice'],
    [schedule('--dates 2026-03-01,2026-02-01'), 'own_dates_do_not_fit'],
    [['schedule', '--kind', 'lenderSchedule', '--drawn', '2026-01-15', '--rows', cut], 'row_unreadable'],
    [['status', sample, '--periods', '6'], 'option_not_of_this_command'],
  ]
  for (const [words, code] of cases) {
    const { text, status } = run([...words, '--json'])
    expect([words[0], (JSON.parse(text) as Answer).error?.code, status]).toEqual([words[0], code, 2])
  }
})

it('says a rate back in words', () => {
  expect(answer(['rate', '日息万五'])).toMatchObject({
    inWords: '日息 0.05%，按 365 天折合年 18.25%，1 万元 1 天 5 元',
    rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 },
  })
  expect(answer(['rate', '月费率 0.6%', '--lang', 'en'])['inWords']).toBe(
    '0.6% a month, 7.2% a year over 12 months; 10,000 yuan cost 60 yuan a month',
  )
  expect(answer(['rate', '利率很低']).error?.code).toBe('rate_unreadable')
})

it('reads a pasted plan backwards', () => {
  const plan = Array.from({ length: 12 }, (_, at) => `${at + 1} 2026年${at + 1}月15日 1000 72`).join('\n')
  const read = answer(['recover', '-', '--drawn', '2025-12-15', '--advertised', '年化 7.2%'], plan)
  expect((read['fits'] as object[])[0]).toMatchObject({ kind: 'flatFee', rate: { partsPerTenMillion: 60_000 } })
  expect((read['findings'] as { code: string }[]).map(({ code }) => code)).toEqual(['above_advertised', 'flat_rate'])
  expect(answer(['recover', '-'], 'nothing').error?.code).toBe('no_rows')
})
