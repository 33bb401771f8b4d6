import type { Citation, RuleBook, RuleDocument } from './rule'

/** Everything a citation line says, joined with its document; the words around it are the interface's. */
export interface CitationParts {
  readonly document: RuleDocument
  readonly article: Citation['article']
  readonly quote: Citation['quote']
}

/** Joins citations with the documents they name. A citation of an unknown document is a mistake in the data. */
export function citationParts(
  book: Pick<RuleBook, 'documents'>,
  citations: readonly Citation[],
): readonly CitationParts[] {
  return citations.map(({ documentId, article, quote }) => {
    const document = book.documents.find(({ id }) => id === documentId)
    if (!document) throw new Error('a rule cites an unknown document')
    return { document, article, quote }
  })
}
