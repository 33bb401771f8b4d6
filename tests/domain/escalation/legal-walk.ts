import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import type { RuleBook } from '#domain/rules/rule'
import type { Sentence } from '#domain/escalation/papers/complaint-words'

/** Words by which a sentence sounds like law. */
const SOUNDS_LEGAL =
  /《|第\s*[一二三四五六七八九十百千零\d–-]+\s*条|依法|违法|合法|非法|应当|不应|不得|必须|有权|无权|规定|依照|管辖|时效|处罚|保护法|\b(?:laws?|code|arts?\.|articles?|rules?|jurisdiction|legal|lawful|illegal|must|shall|may not|is not to be|are not to be)\b/i

export const soundsLegal = (text: string): boolean => SOUNDS_LEGAL.test(text)

/** Places of the words that frame what comes from a rule, name a document or office, or label a field. */
const FRAMES =
  /^\.(?:title|addressee|heading|facts|basis|finding|nature|confidence|channel|(?:witness|card|notice)\.(?:title|heading))\b/

interface Told {
  readonly path: string
  readonly text: string
  /** Null: a plain text, which has no place for rules. */
  readonly rules: readonly string[] | null
}

/** Every text of the words with its place, and the rules beside it where it may have some. */
function textsOf(value: unknown, path = ''): readonly Told[] {
  if (typeof value === 'string') return [{ path, text: value, rules: null }]
  if (typeof value !== 'object' || value === null) return []
  if ('text' in value && 'rules' in value) {
    const { text, rules } = value as Sentence
    return [{ path, text, rules }]
  }
  return Object.entries(value).flatMap(([key, child]) => textsOf(child, `${path}.${key}`))
}

/** Every sentence with rules in the words. */
export const sentencesOf = (words: unknown): readonly (Told & { readonly rules: readonly string[] })[] =>
  textsOf(words).flatMap(({ rules, ...told }) => (rules === null ? [] : [{ ...told, rules }]))

/** Places of the words where something sounds like law and names no rule, or a rule that is not there. */
export function unfoundedWords(words: unknown, book: RuleBook): readonly string[] {
  return textsOf(words)
    .filter(({ path, text, rules }) =>
      rules === null
        ? !FRAMES.test(path) && soundsLegal(text)
        : rules.some((id) => !isSourced(book, id)) || (rules.length === 0 && soundsLegal(text)),
    )
    .map(({ path }) => path)
}

/** A rule of the book with a document behind every value, a day or the word that it is not known, and a review date. */
function isSourced(book: RuleBook, id: string): boolean {
  const rule = book.rules.find((each) => each.id === id)
  if (!rule || rule.values.length === 0 || !/^\d{4}-\d{2}-\d{2}$/.test(rule.reviewBy)) return false
  return rule.values.every(
    ({ citations, confidence }) =>
      ['T', 'N', 'N-'].includes(confidence) &&
      citations.length > 0 &&
      citations.every(({ documentId }) => book.documents.some((document) => document.id === documentId)),
  )
}

const partsOf = (block: LetterBlock): readonly string[] => {
  switch (block.type) {
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'slip':
      return [block.title, ...block.lines]
    case 'facts':
      return block.pairs.map(({ value }) => value)
    case 'table':
      return block.rows.flat()
    case 'title':
    case 'addressee':
    case 'heading':
    case 'signature':
    case 'pageBreak':
      return []
  }
}

/** What a paper says that sounds like law, and is none of the texts it may say. */
export const unfoundedOnPaper = (paper: LetterPaper, founded: readonly string[]): readonly string[] =>
  paper.blocks
    .flatMap(partsOf)
    .filter(soundsLegal)
    .filter((text) => !founded.some((allowed) => text.replace(/^\d+\. /, '').startsWith(allowed)))
