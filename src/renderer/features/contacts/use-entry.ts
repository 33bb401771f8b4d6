import { useMemo, useState, type SyntheticEvent } from 'react'
import { numberReader } from '#domain/contact/number-groups'
import type { LoggedContact } from '#domain/contact/logged-contact'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { useFoundDraft, useKeepDraft } from '../../state/use-kept-draft'
import { newId } from '../../ui/new-id'
import { entryErrors, entryFromDraft, type EntryDraft } from './entry-draft'

interface EntryParts {
  /** The contact that is changed; null for a new one. */
  readonly contact: LoggedContact | null
  readonly initial: EntryDraft
  readonly onSaved: (contactId: string) => void
}

/** A form about one contact: what is typed is kept, a known number names its caller, and saving tells what it made. */
export function useEntry({ contact, initial, onSaved }: EntryParts) {
  const { parties, loans, numbers } = useDocument()
  const today = useToday()
  const run = useRun()
  const form = contact ? `contact/${contact.id}` : 'contact/new'
  const kept = useFoundDraft(form, initial)
  const [draft, setDraft] = useState(kept.found?.value ?? initial)
  const [isContinued, setContinued] = useState(kept.found !== null)
  const [isTried, setTried] = useState(false)
  useKeepDraft(form, draft)
  const read = useMemo(() => numberReader(), [])
  const key = read(draft.number).key
  const known = key === '' ? null : (numbers.find((number) => number.key === key) ?? null)
  const all = entryErrors(draft, today)
  const restart = (): void => {
    setDraft(initial)
    setContinued(false)
    setTried(false)
    kept.drop()
  }
  return {
    draft,
    parties,
    loans,
    known,
    /** Numbers met before, to pick from. */
    numberChoices: numbers.map((number) => number.key),
    errors: isTried ? all : {},
    /** When what stands here was typed, if it was not just now. */
    continuedFrom: isContinued && kept.found ? kept.found.savedAt : null,
    change: (part: Partial<EntryDraft>): void => {
      const next = { ...draft, ...part }
      // Whoever was recognised behind a number calls from it again; another choice stays.
      const caller = part.number === undefined ? undefined : callerOf(part.number, read, numbers)
      setDraft(
        caller !== undefined && next.by.kind === 'unknown' ? { ...next, by: { kind: 'party', id: caller } } : next,
      )
    },
    restart,
    save: async (event: SyntheticEvent): Promise<void> => {
      event.preventDefault()
      setTried(true)
      if (Object.keys(all).length > 0) return
      const made = entryFromDraft(draft, contact?.id ?? newId(), numbers, newId)
      if (!made) return
      const reply = await run('contacts.save', {
        entry: made.entry,
        parties: [...made.parties],
        numbers: [...made.numbers],
      })
      if (!reply.ok) return
      // The form is made anew by whoever shows it.
      kept.drop()
      onSaved(made.entry.id)
    },
  }
}

export type EntryForm = ReturnType<typeof useEntry>

function callerOf(
  text: string,
  read: ReturnType<typeof numberReader>,
  numbers: readonly { readonly key: string; readonly partyId: string | null }[],
): string | undefined {
  const { key } = read(text)
  return key === '' ? undefined : (numbers.find((number) => number.key === key)?.partyId ?? undefined)
}
