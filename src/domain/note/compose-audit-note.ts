import type { StatementAudit } from '../audit/audit-statement'
import { AUDIT_ITEMS, comparedItems, type AuditItem } from '../audit/claim'
import type { LocalDate } from '../calendar/local-date'
import type { LetterBlock, LetterPaper } from '../letter/blocks'
import { addresseeBlock, identityBlock, reachText, referenceOf, youOf } from '../letter/letter-head'
import { phrasesIn, type Phrases } from '../letter/phrases'
import type { LetterLanguage, Sender } from '../letter/proposal'
import { fill, type LetterWords } from '../letter/words'
import type { Loan } from '../loan/loan'
import type { Party } from '../loan/party'
import { absFen, sumFen, type Fen } from '../money/fen'
import { basisText, explanationText, lineLabel, signedYuan } from './audit-sentences'
import type { NoteWords } from './note-words'

/** Who writes what, to whom, in which language: the same for every note. */
export interface NoteFrame {
  readonly language: LetterLanguage
  readonly letters: LetterWords
  readonly notes: NoteWords
  readonly sender: Sender
  readonly recipient: Party | null
  readonly loan: Loan
  readonly writtenOn: LocalDate
  readonly replyBy: LocalDate
}

/** Lines written out for one item; the rest is summed up, and the lender's own statement has to show them. */
const MOST_LINES = 4

/**
 * "Please explain these items": both figures, numbered questions with our computation, and the request for an itemised
 * statement. It names the loan by its tail only, confirms no figure, promises nothing and asks for no time (民法典 195).
 */
export function composeAuditNote(frame: NoteFrame, audit: StatementAudit): LetterPaper {
  const { letters, notes, recipient, sender, loan } = frame
  const say = phrasesIn(letters)
  const { heading } = notes.audit
  const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text: text.trim(), indent: true })
  const questions = questionsOf(frame, audit, say).map((text, at) => `${at + 1}. ${text.trim()}`)
  return {
    language: frame.language,
    footer: letters.footer,
    blocks: [
      { type: 'title', text: notes.audit.title },
      addresseeBlock(letters, recipient),
      identityBlock(letters, sender, loan, { showFullId: false, nameLabel: notes.name }),
      { type: 'heading', text: heading.figures },
      paragraph(figuresText(frame, audit, say)),
      figuresTable(notes, audit),
      { type: 'heading', text: heading.items },
      { type: 'list', items: questions },
      { type: 'heading', text: heading.reply },
      paragraph(fill(notes.audit.reply, { replyBy: say.date(frame.replyBy) })),
      paragraph(notes.audit.reservation),
      { type: 'heading', text: heading.contact },
      paragraph(reachText(letters, sender)),
      { type: 'signature', signer: notes.signer, date: say.date(frame.writtenOn) },
    ],
  }
}

/** The loan as a note names it. */
export function loanNamed({ letters, notes }: Pick<NoteFrame, 'letters' | 'notes'>, loan: Loan): string {
  const reference = referenceOf(letters, loan)
  return reference === '' ? notes.thisLoan : reference
}

function figuresText(frame: NoteFrame, audit: StatementAudit, say: Phrases): string {
  const { notes, letters, recipient, loan } = frame
  const { claimedFen, oursFen, differenceFen, on, claim } = audit
  const you = youOf(letters, recipient)
  const outcome = differenceFen > 0 ? notes.audit.more : differenceFen < 0 ? notes.audit.less : notes.audit.same
  return (
    fill(notes.audit.claimed, {
      reference: loanNamed(frame, loan),
      you,
      on: say.date(on),
      scope: notes.scope[claim.scope],
      claimed: say.yuan(claimedFen),
      ours: say.yuan(oursFen),
    }) + fill(outcome, { you, difference: say.yuan(absFen(differenceFen)) })
  )
}

/** Items of the two figures that are something on either side. */
export const shownItems = ({ claim, ours }: StatementAudit): readonly AuditItem[] =>
  AUDIT_ITEMS.filter((item) => ours[item] !== 0 || (claim.items[item] ?? 0) !== 0)

function figuresTable({ table, item: names }: NoteWords, audit: StatementAudit): LetterBlock {
  const { claim, ours, itemDifferences, claimedFen, oursFen, differenceFen } = audit
  const compared = comparedItems(claim)
  const column = (label: string) => ({ label, align: 'end' as const, width: 24 })
  return {
    type: 'table',
    columns: [
      { label: table.item, align: 'start', width: 28 },
      column(table.claimed),
      column(table.ours),
      column(table.difference),
    ],
    rows: shownItems(audit).map((item) =>
      compared.includes(item)
        ? [
            names[item],
            signedYuan((claim.items[item] ?? 0) as Fen),
            signedYuan(ours[item]),
            signedYuan(itemDifferences[item] ?? (0 as Fen)),
          ]
        : [names[item], table.unknown, signedYuan(ours[item]), ''],
    ),
    totals: [table.totals, signedYuan(claimedFen), signedYuan(oursFen), signedYuan(differenceFen)],
  }
}

/** What is asked: parts that differ (or are not shown), what would bridge the difference, and what nothing explains. */
function questionsOf(frame: NoteFrame, audit: StatementAudit, say: Phrases): readonly string[] {
  const { notes, letters, recipient, loan } = frame
  const { claim, explanations, differenceFen, upfront, areFeesUnknown, itemDifferences } = audit
  const values = { you: youOf(letters, recipient), scope: notes.scope[claim.scope] }
  const compared = comparedItems(claim)
  const asked = shownItems(audit).filter((item) => !compared.includes(item) || itemDifferences[item] !== 0)
  const isBridged = explanations.some(({ fit }) => fit !== 'near')
  return [
    ...asked.map((item) => itemQuestion(frame, audit, item, say)),
    ...explanations.map((explanation) => explanationText(notes, say, explanation, values)),
    ...(differenceFen !== 0 && !isBridged
      ? [fill(notes.audit.askRest, { difference: say.yuan(absFen(differenceFen)) })]
      : []),
    ...(upfront
      ? [
          fill(notes.audit.askUpfront, {
            principal: say.yuan(loan.terms.principalFen),
            received: say.yuan(loan.receivedFen),
            deducted: say.yuan(upfront.deductedFen),
          }),
        ]
      : []),
    ...(areFeesUnknown ? [notes.audit.askFees] : []),
  ]
}

function itemQuestion(frame: NoteFrame, audit: StatementAudit, item: AuditItem, say: Phrases): string {
  const { notes, letters, recipient } = frame
  const { claim, ours } = audit
  const isKnown = comparedItems(claim).includes(item)
  const values = {
    item: notes.item[item],
    you: youOf(letters, recipient),
    claimed: say.yuan((claim.items[item] ?? 0) as Fen),
    ours: say.yuan(ours[item]),
  }
  const lines = computedLines(notes, audit, item, say)
  return [
    fill(isKnown ? notes.audit.item : notes.audit.itemUnknown, values),
    lines.length === 0 ? '' : fill(notes.audit.how, { lines: lines.join(letters.list.semicolon) }),
    notes.audit.askItem[item],
  ].join('')
}

function computedLines(notes: NoteWords, audit: StatementAudit, item: AuditItem, say: Phrases): readonly string[] {
  const lines = audit.lines.filter((line) => line.item === item)
  const rest = lines.length > MOST_LINES + 1 ? lines.slice(MOST_LINES) : []
  const written = lines.slice(0, lines.length - rest.length).map((line) => {
    const values = { label: lineLabel(notes, line), amount: say.yuan(line.fen) }
    return line.basis.by === 'plan' && line.paidFen === 0
      ? fill(notes.basis.plainLine, values)
      : fill(notes.basis.line, { ...values, formula: basisText(notes, say, line) })
  })
  return rest.length === 0
    ? written
    : [...written, fill(notes.basis.more, { count: rest.length, amount: say.yuan(sumFen(rest, (line) => line.fen)) })]
}
