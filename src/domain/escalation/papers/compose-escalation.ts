import type { CaseDocument } from '#domain/case-document'
import { inOrder } from '#domain/contact/contact'
import type { ContactFinding } from '#domain/contact/contact-finding'
import type { LoggedContact } from '#domain/contact/logged-contact'
import type { Exhibit } from '#domain/evidence/exhibit'
import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import { fill } from '#domain/letter/words'
import type { RuleBook } from '#domain/rules/rule'
import type { Escalation } from '../escalation'
import { basisLines } from './basis'
import type { ComplaintWords, Sentence } from './complaint-words'
import { contactLines } from './contact-lines'
import { earlierSteps, stepsBefore } from './earlier-steps'
import { findingLines, foundIn } from './finding-lines'
import { hideOthers, isShownWhole, NOTHING_HIDDEN } from './hide-others'
import { againstBlock, whoBlock, witnessLines } from './party-blocks'
import { paperDate, paragraph, section, type PaperSection } from './paper-parts'

export interface EscalationPaperInput {
  readonly words: ComplaintWords
  readonly escalation: Escalation
  readonly document: CaseDocument
  readonly book: RuleBook
  /** What the whole log suggests (`findingsOf`). */
  readonly findings: readonly ContactFinding[]
}

/**
 * The paper of one step: who, whom it is about, one request, what the log says, which rules it suspectedly does not follow,
 * the person's own words apart from that, the evidence by its numbers, and what it all rests on. It names no sum owed and
 * promises nothing: a complaint is a paper of its own.
 */
export function composeEscalation(input: EscalationPaperInput): LetterPaper {
  const { words, escalation, document, book } = input
  const { language, kind, complainant, writtenOn } = escalation
  const { heading, sides } = words
  const contacts = chosenContacts(input)
  // How debts are collected is not the People's Bank's: its paper tells the records alone.
  const found = kind === 'pboc' ? [] : foundIn(input, contacts)
  const hide = isShownWhole(kind)
    ? NOTHING_HIDDEN
    : hideOthers({ document, words, ownName: complainant?.name ?? '', ownPhone: complainant?.phone ?? '' })
  const party = document.parties.find(({ id }) => id === escalation.partyId)?.name ?? '________________'
  const closing = closingOf(input)
  const ruleIds = [...closing.flatMap(({ rules }) => rules), ...found.map(({ ruleId }) => ruleId)]
  const lines = contactLines({
    words,
    contacts,
    parties: document.parties,
    exhibits: document.exhibits,
    exhibitIds: new Set(escalation.exhibitIds),
    hide,
  })
  const side = sides[kind]
  const sections: readonly PaperSection[] = [
    section(side?.who ?? heading.who, [whoBlock(input)]),
    section(side?.against ?? heading.against, [againstBlock(input)]),
    section(heading.request, [paragraph(hide.text(escalation.request.trim() || usualRequest(words, escalation)))]),
    section(heading.before, listOf(earlierSteps(input, hide.text))),
    section(heading.facts, lines.length === 0 ? [] : [paragraph(words.factsIntro), { type: 'list', items: lines }]),
    section(heading.findings, listOf(findingLines(input, contacts, found))),
    section(heading.statement, linesOf(hide.text(escalation.facts)).map(paragraph)),
    section(heading.evidence, listOf(exhibitLines(input, hide.text))),
    section(words.witnesses.heading, listOf(witnessLines(input))),
    section(heading.closing, [...closing.map(({ text }) => paragraph(text)), paragraph(words.only)]),
    section(heading.basis, listOf(basisLines(words, book, [...new Set(ruleIds)], writtenOn, language))),
  ]
  return {
    language,
    footer: words.footer,
    blocks: [
      { type: 'title', text: words.title[kind] },
      { type: 'addressee', text: fill(words.addressee[kind], { party }) },
      ...(words.translationNote === ''
        ? []
        : [{ type: 'paragraph' as const, text: words.translationNote, indent: false }]),
      ...sections
        .filter(({ blocks }) => blocks.length > 0)
        .flatMap(({ title, blocks }, at): readonly LetterBlock[] => [
          { type: 'heading', text: fill(words.section, { n: words.numerals[at] ?? at + 1, title }) },
          ...blocks,
        ]),
      { type: 'signature', signer: words.signer, date: paperDate(words, writtenOn) },
    ],
  }
}

/** The contacts a step is about, in order. A relative's paper holds only what reached others: each speaks for themselves. */
export function chosenContacts({
  escalation,
  document,
}: Pick<EscalationPaperInput, 'escalation' | 'document'>): readonly LoggedContact[] {
  const chosen = new Set(escalation.contactIds)
  const isTold = ({ id, reached }: LoggedContact): boolean =>
    chosen.has(id) && (escalation.complainant === null || reached !== 'me')
  return inOrder(document.contacts.filter(isTold)) as readonly LoggedContact[]
}

/** What a paper asks where the person has written nothing of their own: a relative asks for themselves. */
export const usualRequest = (words: ComplaintWords, { kind, complainant }: Escalation): string =>
  (complainant ? words.requestOfRelative[kind] : undefined) ?? words.request[kind]

/**
 * What the paper says at its end. A sentence that rests on a rule for other kinds of lenders is not said, nor one that tells
 * of a complaint to the institution where none is on record.
 */
function closingOf(input: EscalationPaperInput): readonly Sentence[] {
  const { words, escalation, document, book } = input
  const isLenderTold = stepsBefore(input).some(({ kind }) => kind === 'lender')
  const type = document.parties.find(({ id }) => id === escalation.partyId)?.type ?? 'unknown'
  const applies = (id: string): boolean => {
    const lenders = book.rules.find((rule) => rule.id === id)?.appliesTo.lenders ?? []
    return lenders === 'all' || lenders.includes(type)
  }
  return words.closing[escalation.kind].filter(
    ({ rules, needs }) => rules.every(applies) && (needs !== 'lenderStep' || isLenderTold),
  )
}

function exhibitLines(
  { words, escalation, document }: EscalationPaperInput,
  shown: (text: string) => string,
): readonly string[] {
  const { exhibit: say } = words
  const chosen = new Set(escalation.exhibitIds)
  const line = (exhibit: Exhibit, place: number): string =>
    [
      fill(say.line, { number: place + 1, title: shown(exhibit.title) }),
      ...(exhibit.source === '' ? [] : [fill(say.source, { words: shown(exhibit.source) })]),
      ...(exhibit.proves === '' ? [] : [fill(say.proves, { words: shown(exhibit.proves) })]),
      ...(exhibit.originalKept === '' ? [] : [fill(say.original, { words: shown(exhibit.originalKept) })]),
      fill(say.files, { count: exhibit.attachmentIds.length }),
    ].join(words.list.semicolon) + words.list.stop
  return document.exhibits.flatMap((exhibit, place) => (chosen.has(exhibit.id) ? [line(exhibit, place)] : []))
}

const listOf = (items: readonly string[]): readonly LetterBlock[] =>
  items.length === 0 ? [] : [{ type: 'list', items }]

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
