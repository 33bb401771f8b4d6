import type { HostQuestion } from '#contract/host-messages'
import { pickFolder } from './pick-folder'
import { printToPdf } from './print-to-pdf'
import { readPreferences, writePreferences } from './preferences'

/** What this shell does for the host. */
export async function answerQuestion(question: HostQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'pdf':
      return printToPdf(question.html)
    case 'pickFolder':
      return pickFolder()
    case 'readPreferences':
      return readPreferences()
    case 'writePreferences':
      writePreferences(question.preferences)
      return null
  }
}
