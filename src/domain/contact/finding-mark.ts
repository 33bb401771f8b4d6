import type { ContactFinding } from './contact-finding'

/** What the person says of a finding: it was so, there is another side to it, or it does not concern this case. */
export const FINDING_MARKS = ['agreed', 'disputed', 'notMine'] as const

export interface FindingMark {
  readonly id: string
  readonly ruleId: string
  /** The rows the finding was built on: with other rows it is another finding. */
  readonly contactIds: readonly string[]
  readonly mark: (typeof FINDING_MARKS)[number]
  readonly note: string
}

/** The mark that was set on a finding; null when none was. */
export const markOf = (marks: readonly FindingMark[], { ruleId, contactIds }: ContactFinding): FindingMark | null =>
  marks.find((mark) => mark.ruleId === ruleId && mark.contactIds.join() === contactIds.join()) ?? null
