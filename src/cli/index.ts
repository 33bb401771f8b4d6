import { STRATEGIES } from '#domain/plan/plan'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#adapters/node/system-clock'
import type { LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { readDocument } from '#services/document/read-document'
import { sampleIn } from '#services/sample'
import { Arguments } from './arguments'
import { auditCommand, claimOf } from './audit-command'
import { extendCommand, planCommand, statusCommand, validateCommand } from './case-commands'
import { CliError } from './cli-error'
import { verifyPackCommand } from './evidence-command'
import { letterCommand } from './letter-command'
import { rateCommand, rateTextCommand } from './rate-command'
import { recoverCommand } from './recover-command'
import { scheduleCommand } from './schedule-command'
import { laidOut } from './lay-out'
import type { PaperFiles } from './write-paper'

/** Which options go with which command. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  schedule: [
    'kind',
    'principal',
    'annual-rate',
    'fee-rate',
    'periods',
    'drawn',
    'first-due',
    'day-basis',
    'first-period',
    'daily-rate',
    'day-count',
    'cadence',
    'dates',
    'rate-step',
    'interest-only',
    'balloon',
    'repayment',
    'fee-timing',
    'statement-day',
    'due-days',
    'due-day',
    'minimum',
    'minimum-share',
    'minimum-floor',
    'minimum-amount',
    'interest-on',
    'compounds',
    'row',
    'rows',
  ],
  rate: ['lang'],
  recover: ['principal', 'received', 'drawn', 'advertised', 'lang'],
  sample: ['lang', 'on'],
  validate: [],
  status: ['on'],
  plan: ['strategy', 'on'],
  extend: ['loan', 'periods', 'on'],
  audit: [
    'loan',
    'on',
    'scope',
    'claimed',
    'principal',
    'interest',
    'penalty',
    'compound',
    'late-fee',
    'fee',
    'note',
    'pdf',
    'docx',
    'lang',
  ],
  evidence: [],
  letter: ['loan', 'kind', 'periods', 'on', 'pdf', 'docx', 'text', 'lang'],
}

const LANGUAGES = ['zh-CN', 'en'] as const

async function run(words: readonly string[]): Promise<string> {
  const given = new Arguments(words, COMMANDS)
  const today = systemClock.today()
  const answer = (body: object): string => print({ ok: true, ...body }, given.has('json'))
  switch (given.command) {
    case 'schedule':
      return answer(scheduleCommand(given))
    case 'rate': {
      const text = given.positionals.join(' ')
      if (text === '') return answer(rateCommand(readFileSync(0, 'utf8')))
      return answer(rateTextCommand(text, given.oneOf('lang', LANGUAGES, 'zh-CN')))
    }
    case 'recover':
      return answer(recoverCommand(given, given.oneOf('lang', LANGUAGES, 'zh-CN')))
    case 'sample':
      return JSON.stringify(sampleIn(given.oneOf('lang', LANGUAGES, 'zh-CN'), given.date('on', today)), null, 2)
    case 'validate':
      return answer(validateCommand(readCase(given.casePath())))
    case 'status':
      return answer(statusCommand(readCase(given.casePath()), given.date('on', today)))
    case 'plan': {
      const strategy = given.oneOf('strategy', STRATEGIES, 'avalanche')
      return answer(planCommand(readCase(given.casePath()), given.date('on', today), strategy))
    }
    case 'extend': {
      const document = readCase(given.casePath())
      return answer(extendCommand(document, given.date('on', today), given.text('loan'), given.whole('periods')))
    }
    case 'evidence': {
      const [what, path, ...more] = given.positionals
      if (what !== 'verify' || path === undefined || more.length > 0)
        throw new CliError({ code: 'evidence_verify_pack_expected' })
      return answer(await verifyPackCommand(path))
    }
    case 'audit': {
      const note = given.has('note') ? given.oneOf('note', ['text']) : null
      return paper(given, answer, note === 'text', (files) =>
        auditCommand(readCase(given.casePath()), {
          ...files,
          ...loanOptions(given, today),
          claim: claimOf(given),
          today,
        }),
      )
    }
    default:
      return paper(given, answer, given.has('text'), (files) =>
        letterCommand(readCase(given.casePath()), {
          ...files,
          ...loanOptions(given, today),
          kind: given.oneOf('kind', ['auto', 'extension', 'renegotiation', 'cardInstalment'], 'auto'),
          periods: given.whole('periods'),
        }),
      )
  }
}

const loanOptions = (given: Arguments, today: LocalDate) => ({
  loanId: given.text('loan'),
  on: given.date('on', today),
  language: given.oneOf('lang', LANGUAGES, 'zh-CN'),
})

/** A command that makes a paper: writes its files, and answers with its text where that is asked for. */
async function paper(
  given: Arguments,
  answer: (body: object) => string,
  isText: boolean,
  make: (files: PaperFiles) => Promise<{ readonly answer: object; readonly text: string }>,
): Promise<string> {
  const tmpDir = mkdtempSync(join(tmpdir(), 'breathing-room-cli-'))
  try {
    const fileOf = (name: 'pdf' | 'docx'): string | null => (given.has(name) ? given.text(name) : null)
    const made = await make({ pdf: fileOf('pdf'), docx: fileOf('docx'), tmpDir })
    return isText && !given.has('json') ? made.text.trimEnd() : answer(made.answer)
  } finally {
    rmSync(tmpDir, { recursive: true, force: true })
  }
}

function readCase(path: string): CaseDocument {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CliError({ code: 'file_not_read', reason: (cause as { code?: string }).code ?? 'unknown' })
  }
  const read = readDocument(text)
  if (!read.ok) throw new CliError(read.error)
  return read.value
}

/** JSON for programs (asked for, or when nobody is watching), laid out for people at a terminal. */
const print = (answer: object, isJson: boolean): string =>
  isJson || !process.stdout.isTTY ? JSON.stringify(answer) : laidOut(answer)

run(process.argv.slice(2)).then(
  (text) => process.stdout.write(`${text}\n`),
  (error: unknown) => {
    const body = error instanceof CliError ? error.body : { code: 'internal' }
    process.stdout.write(`${JSON.stringify({ ok: false, error: body })}\n`)
    process.exitCode = 2
  },
)
