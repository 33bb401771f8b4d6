import en from '#resources/letters/en.json'
import zhCN from '#resources/letters/zh-CN.json'
import { addDays, type LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { defaultRequest, extensionRequest, termLimit } from '#domain/extension/default-request'
import { composeProposal, proposalKindFor, type ProposalInput } from '#domain/letter/compose-proposal'
import { letterInput } from '#domain/letter/letter-input'
import { letterState } from '#domain/letter/letter-state'
import { paperPages } from '#domain/letter/markup'
import type { Proposal, ProposalKind } from '#domain/letter/proposal'
import { letterText } from '#domain/letter/text'
import { limitationRisk } from '#domain/loan/limitation'
import { loanOn } from './case-commands'
import { CliError } from './cli-error'
import { writePaper, type PaperFiles } from './write-paper'

export interface LetterOptions extends PaperFiles {
  readonly loanId: string
  readonly kind: ProposalKind | 'auto'
  readonly periods: number
  readonly on: LocalDate
  readonly language: 'zh-CN' | 'en'
}

/** `letter`: the request to one lender. Returns the plain text beside the answer. */
export async function letterCommand(
  document: CaseDocument,
  options: LetterOptions,
): Promise<{ readonly answer: object; readonly text: string }> {
  const input = proposalInput(document, options)
  const paper = composeProposal(input)
  const written = await writePaper(paper, options)
  const { kind } = input.proposal
  const risk = limitationRisk(input.loan, options.on, document.proposals)
  const notice = input.words.notice
  const answer = {
    loan: options.loanId,
    kind,
    pages: paperPages(paper).length,
    totalFen: input.arrangement.totalFen,
    rows: input.arrangement.rows,
    written,
    notice: { level: risk.level, text: [notice.acknowledges, ...(risk.level === 'strong' ? [notice.strong] : [])] },
  }
  return { answer, text: letterText(paper) }
}

function proposalInput(document: CaseDocument, options: LetterOptions): ProposalInput {
  const { on, periods, language } = options
  const { loan } = loanOn(document, options.loanId, on)
  const told = letterState(loan, on)
  if (!told.ok) throw new CliError(told.error)
  const state = told.value
  const kind = options.kind === 'auto' ? proposalKindFor(loan, state) : options.kind
  const request =
    kind === 'extension'
      ? extensionRequest(loan, state, periods, on)
      : { ...defaultRequest(loan, state, document.budget, on), periods }
  const limit = kind === 'cardInstalment' ? termLimit(loan.product) : null
  if (limit && request.periods > limit.periods)
    throw new CliError({ code: 'term_out_of_range', periods: request.periods, max: limit.periods })
  const proposal: Proposal = {
    id: 'cli',
    loanId: loan.id,
    recipientId: null,
    kind,
    language,
    writtenOn: on,
    request,
    cause: '',
    firstPaymentSource: '',
    replyBy: addDays(on, 15),
    disputed: state.penaltyFen + state.lateFeeFen > 0 ? ['penalty', 'lateFee'] : [],
    fallback: '',
    annexes: [],
    showFullId: false,
    noticeReadOn: null,
    sent: null,
    reply: null,
  }
  const input = letterInput(document, proposal, language === 'en' ? en : zhCN, on)
  if (!input.ok) throw new CliError(input.error)
  return input.value
}
