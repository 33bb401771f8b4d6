import { useMemo } from 'react'
import { findingsOf } from '#domain/contact/contact-facts'
import type { ContactFinding } from '#domain/contact/contact-finding'
import { ruleBook } from '../../rule-book'
import { useDocument } from '../../state/app-context'

/** What the log suggests, by day and rule. */
export function useFindings(): readonly ContactFinding[] {
  const document = useDocument()
  const { contacts, numbers, loans, exhibits } = document
  // These four are all that findings are made of.
  return useMemo(() => findingsOf(document, ruleBook.rules), [contacts, numbers, loans, exhibits])
}
