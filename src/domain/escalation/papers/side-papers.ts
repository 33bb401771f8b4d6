import type { LocalDate } from '#domain/calendar/local-date'
import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import type { LetterLanguage, Sender } from '#domain/letter/proposal'
import { fill } from '#domain/letter/words'
import type { RuleBook } from '#domain/rules/rule'
import { basisLines } from './basis'
import type { ComplaintWords, Sentence } from './complaint-words'
import { paperDate, paragraph } from './paper-parts'

/** What every paper beside the ladder is made from; `on` is the day the rules are read for. */
export interface SidePaperInput {
  readonly words: ComplaintWords
  readonly book: RuleBook
  readonly language: LetterLanguage
  readonly on: LocalDate
}

/** Contacts there is room for on the one page of the form. */
const RECORDS = 3

const BLANK = ''

const heading = (text: string): LetterBlock => ({ type: 'heading', text })
const texts = (sentences: readonly Sentence[]): LetterBlock => ({
  type: 'list',
  items: sentences.map(({ text }, at) => `${at + 1}. ${text}`),
})

/** The rules the sentences of a paper rest on, with source, day and confidence. */
function basis({ words, book, language, on }: SidePaperInput, title: string, sentences: readonly Sentence[]) {
  const ruleIds = [...new Set(sentences.flatMap(({ rules }) => rules))]
  return [heading(title), { type: 'list' as const, items: basisLines(words, book, ruleIds, on, language) }]
}

/**
 * A form for a relative or friend: their own contacts by hand, their own declaration, and what a written statement can and
 * cannot do. Nothing of the case stands on it: whoever carries it says only what they experienced.
 */
export function witnessForm(input: SidePaperInput): LetterPaper {
  const { footer, witness } = input.words
  const { title, facts, record, limits, statement } = witness
  const lines = Array.from({ length: RECORDS }, (_, at) => record.map((line) => fillN(line, at + 1))).flat()
  return {
    language: input.language,
    footer,
    blocks: [
      { type: 'title', text: title },
      { type: 'paragraph', text: witness.use, indent: false },
      {
        type: 'facts',
        pairs: [facts.name, facts.phone, facts.relation, facts.address].map((label) => ({ label, value: BLANK })),
      },
      { type: 'slip', title: witness.recordsTitle, lines },
      heading(witness.heading.statement),
      ...statement.map(({ text }) => paragraph(text)),
      { type: 'signature', signer: witness.signer, date: witness.date },
      // The back of the sheet.
      { type: 'pageBreak' },
      heading(witness.heading.limits),
      texts(limits),
      ...basis(input, witness.heading.basis, [...statement, ...limits]),
    ],
  }
}

/** A card to lie beside the telephone: one sentence, four questions, what is not agreed, and room for notes. */
export function phoneCard(input: SidePaperInput): LetterPaper {
  const { footer, card } = input.words
  const parts = [card.notNow, card.others, card.danger, card.after]
  return {
    language: input.language,
    footer,
    blocks: [
      { type: 'title', text: card.title },
      heading(card.heading.say),
      paragraph(card.say),
      heading(card.heading.ask),
      { type: 'list', items: card.ask.map((text, at) => `${at + 1}. ${text}`) },
      heading(card.heading.notNow),
      texts(card.notNow),
      heading(card.heading.others),
      ...card.others.map(({ text }) => paragraph(text)),
      heading(card.heading.danger),
      ...card.danger.map(({ text }) => paragraph(text)),
      heading(card.heading.after),
      ...card.after.map(({ text }) => paragraph(text)),
      { type: 'slip', title: card.recordTitle, lines: card.record },
      { type: 'pageBreak' },
      ...basis(input, card.heading.basis, parts.flat()),
    ],
  }
}

export interface ContactNoticeInput extends SidePaperInput {
  readonly sender: Sender
  /** The institution or agency it goes to. */
  readonly party: string
  /** Hours of the day agreed to, Beijing time: `09:00` and `20:00`. */
  readonly hours: { readonly from: string; readonly to: string }
}

/** Tells an institution whom to contact and when. It confirms no sum and promises nothing. */
export function contactNotice(input: ContactNoticeInput): LetterPaper {
  const { words, sender, party, hours, on } = input
  const { notice } = words
  const values = {
    phone: sender.phone,
    orEmail: sender.email === '' ? '' : fill(notice.orEmail, { email: sender.email }),
    hours: sender.answerWithinHours,
    ...hours,
  }
  return {
    language: input.language,
    footer: words.footer,
    blocks: [
      { type: 'title', text: notice.title },
      { type: 'addressee', text: fill(notice.addressee, { party }) },
      ...(words.translationNote === ''
        ? []
        : [{ type: 'paragraph' as const, text: words.translationNote, indent: false }]),
      {
        type: 'facts',
        pairs: [
          { label: notice.facts.name, value: sender.name },
          { label: notice.facts.phone, value: sender.phone },
        ],
      },
      paragraph(notice.opening),
      { type: 'list', items: notice.items.map(({ text }, at) => `${at + 1}. ${fill(text, values)}`) },
      paragraph(notice.reply),
      paragraph(notice.reservation),
      ...basis(input, notice.heading.basis, notice.items),
      { type: 'signature', signer: notice.signer, date: paperDate(words, on) },
    ],
  }
}

const fillN = (line: string, n: number): string => fill(line, { n })
