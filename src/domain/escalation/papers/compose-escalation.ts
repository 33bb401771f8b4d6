import type { CaseDocument } from '#domain/case-document'
import { inOrder } from '#domain/contact/contact'
import type { ContactFinding } from '#domain/contact/contact-finding'
import { markOf } from '#domain/contact/finding-mark'
import type { LoggedContact } from '#domain/contact/logged-contact'
import type { Exhibit } from '#domain/evidence/exhibit'
import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import { maskId } from '#domain/letter/mask'
import { fill } from '#domain/letter/words'
import type { RuleBook } from '#domain/rules/rule'
import type { Escalation, EscalationKind } from '../escalation'
import { basisLines, documentsOf } from './basis'
import type { ComplaintWords } from './complaint-words'
import { contactLines } from './contact-lines'
import { hideOthers, NOTHING_HIDDEN } from './hide-others'

export interface EscalationPaperInput {
  readonly words: ComplaintWords
  readonly escalation: Escalation
  readonly document: CaseDocument
  readonly book: RuleBook
  /** What the whole log suggests (`findingsOf`). */
  readonly findings: readonly ContactFinding[]
}

/** To these nobody is hidden: they have to find and hear the people concerned. */
const SHOWS_OTHERS: ReadonlySet<EscalationKind> = new Set(['police', 'injunction', 'suit'])

/**
 * The paper of one step: who, whom it is about, one request, what the log says, which rules it suspectedly does not follow,
 * the person's own words apart from that, the evidence by its numbers, and what it all rests on. It names no sum owed and
 * promises nothing: a complaint is a paper of its own.
 */
export function composeEscalation(input: EscalationPaperInput): LetterPaper {
  const { words, escalation, document } = input
  const { heading } = words
  const contacts = chosenContacts(input)
  const hide = SHOWS_OTHERS.has(escalation.kind)
    ? NOTHING_HIDDEN
    : hideOthers(document.contacts, document.numbers, words)
  const { language, kind } = escalation
  const party = partyName(input)
  const exhibitIds = new Set(escalation.exhibitIds)
  const findings = findingLines(input, contacts)
  const statement = hide
    .text(escalation.facts)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  const request = escalation.request.trim() || words.request[kind]
  const ruleIds = [...words.closing[kind].flatMap(({ rules }) => rules), ...foundRules(input, contacts)]
  const lines = contactLines({
    words,
    contacts,
    parties: document.parties,
    exhibits: document.exhibits,
    exhibitIds,
    hide,
  })
  const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text, indent: true })
  const section = (title: string, blocks: readonly LetterBlock[]): readonly LetterBlock[] =>
    blocks.length === 0 ? [] : [{ type: 'heading', text: title }, ...blocks]
  const list = (items: readonly string[]): readonly LetterBlock[] =>
    items.length === 0 ? [] : [{ type: 'list', items }]
  return {
    language,
    footer: words.footer,
    blocks: [
      { type: 'title', text: words.title[kind] },
      { type: 'addressee', text: fill(words.addressee[kind], { party }) },
      ...(words.translationNote === ''
        ? []
        : [{ type: 'paragraph' as const, text: words.translationNote, indent: false }]),
      ...section(heading.who, [whoBlock(input)]),
      ...section(heading.against, [{ type: 'facts', pairs: againstPairs(input, party) }]),
      ...section(heading.request, [paragraph(hide.text(request))]),
      ...section(heading.facts, list(lines)),
      ...section(heading.findings, list(findings)),
      ...section(heading.statement, statement.map(paragraph)),
      ...section(heading.evidence, list(exhibitLines(input, hide.text))),
      ...section(heading.closing, [...words.closing[kind].map(({ text }) => paragraph(text)), paragraph(words.only)]),
      ...section(
        heading.basis,
        list(basisLines(words, input.book, [...new Set(ruleIds)], escalation.writtenOn, language)),
      ),
      { type: 'signature', signer: words.signer, date: dateText(words, escalation.writtenOn) },
    ],
  }
}

/** The contacts a step is about, in order. A relative's paper holds only what reached others. */
export function chosenContacts({
  escalation,
  document,
}: Pick<EscalationPaperInput, 'escalation' | 'document'>): readonly LoggedContact[] {
  const chosen = new Set(escalation.contactIds)
  return inOrder(document.contacts.filter(({ id }) => chosen.has(id))) as readonly LoggedContact[]
}

/** Suspected, about these contacts alone, and not disputed by the person. What is unclear is no fact to complain of. */
function foundIn(
  { findings, document }: EscalationPaperInput,
  contacts: readonly LoggedContact[],
): readonly ContactFinding[] {
  const chosen = new Set(contacts.map(({ id }) => id))
  return findings.filter((finding) => {
    const mark = markOf(document.findingMarks, finding)?.mark
    return (
      finding.certainty === 'suspected' &&
      mark !== 'disputed' &&
      mark !== 'notMine' &&
      finding.contactIds.every((id) => chosen.has(id))
    )
  })
}

const foundRules = (input: EscalationPaperInput, contacts: readonly LoggedContact[]): readonly string[] =>
  foundIn(input, contacts).map(({ ruleId }) => ruleId)

function findingLines(input: EscalationPaperInput, contacts: readonly LoggedContact[]): readonly string[] {
  const { words, book, escalation } = input
  const place = new Map(contacts.map(({ id }, at) => [id, at + 1]))
  const byRule = new Map<string, ContactFinding[]>()
  for (const finding of foundIn(input, contacts))
    byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding])
  return [...byRule].flatMap(([ruleId, found], at) => {
    const rule = book.rules.find(({ id }) => id === ruleId)
    if (!rule) return []
    const rows = [...new Set(found.flatMap(({ contactIds }) => contactIds))].flatMap((id) => place.get(id) ?? [])
    const counted = found.flatMap(({ on, counted: count }) =>
      count ? [fill(words.finding.counted, { on, count: count.count, line: count.line })] : [],
    )
    const first = found[0]?.on ?? escalation.writtenOn
    return [
      `${at + 1}. ${fill(words.finding.line, {
        documents: documentsOf(words, book, rule, first, escalation.language),
        title: rule.title[escalation.language],
        rows: rows.sort((left, right) => left - right).join(words.list.comma),
      })}${counted.join('')}`,
    ]
  })
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

function whoBlock({ words, escalation, document }: EscalationPaperInput): LetterBlock {
  const { facts } = words
  const { sender } = document.settings
  const { complainant } = escalation
  const whole = SHOWS_OTHERS.has(escalation.kind)
  const pairs = complainant
    ? [
        { label: facts.name, value: complainant.name },
        { label: facts.phone, value: complainant.phone },
        { label: facts.relation, value: complainant.relation },
      ]
    : [
        { label: facts.name, value: sender.name },
        { label: facts.id, value: whole ? sender.idNumber : maskId(sender.idNumber) },
        { label: facts.phone, value: sender.phone },
        { label: facts.address, value: sender.address },
        { label: facts.email, value: sender.email },
      ]
  return { type: 'facts', pairs: pairs.filter(({ value }) => value !== '') }
}

function againstPairs({ words, escalation, document }: EscalationPaperInput, party: string) {
  const channel = document.parties.find(({ id }) => id === escalation.partyId)?.officialChannel ?? ''
  return [
    { label: words.facts.party, value: party },
    ...(channel === '' ? [] : [{ label: words.facts.channel, value: channel }]),
  ]
}

const partyName = ({ escalation, document }: EscalationPaperInput): string =>
  document.parties.find(({ id }) => id === escalation.partyId)?.name ?? '________________'

const dateText = ({ date, months }: ComplaintWords, on: string): string =>
  fill(date, {
    year: Number(on.slice(0, 4)),
    month: months[Number(on.slice(5, 7)) - 1] ?? '',
    day: Number(on.slice(8)),
  })
