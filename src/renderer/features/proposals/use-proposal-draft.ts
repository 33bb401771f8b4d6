import type { Proposal } from '#domain/letter/proposal'
import { useState } from 'react'
import { useRun } from '../../state/app-context'
import { useFoundDraft, useKeepDraft } from '../../state/use-kept-draft'

type Edits = Partial<Proposal>

export interface ProposalDraft {
  /** The saved proposal with what is being typed. */
  readonly draft: Proposal
  /** Types without saving. */
  readonly change: (part: Edits) => void
  /** Saves what was typed, as one command. */
  readonly commit: () => Promise<boolean>
  /** Types and saves at once, for choices. */
  readonly set: (part: Edits) => Promise<boolean>
}

/** A proposal being written. Texts are saved when the focus leaves them, so that undo takes back a field, not a letter. */
export function useProposalDraft(saved: Proposal): ProposalDraft {
  const run = useRun()
  const name = `letter/${saved.id}`
  const kept = useFoundDraft(name, textsOf(saved))
  const [edits, setEdits] = useState<Edits>(kept.found?.value ?? {})
  useKeepDraft(name, textsOf({ ...saved, ...edits }))
  const save = async (part: Edits): Promise<boolean> => {
    const proposal = { ...saved, ...edits, ...part }
    if (JSON.stringify(proposal) === JSON.stringify(saved)) return true
    const reply = await run('proposals.save', { proposal })
    if (!reply.ok) return false
    // What was typed while this was under way stays.
    setEdits((now) => without(now, proposal))
    kept.drop()
    return true
  }
  return {
    draft: { ...saved, ...edits },
    change: (part) => setEdits((now) => ({ ...now, ...part })),
    commit: () => save({}),
    set: (part) => {
      setEdits((now) => ({ ...now, ...part }))
      return save(part)
    },
  }
}

/** The long texts: what a person would not want to type again. */
const textsOf = ({ cause, firstPaymentSource, fallback }: Proposal) => ({ cause, firstPaymentSource, fallback })

const without = (edits: Edits, saved: Proposal): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([key, value]) => saved[key as keyof Proposal] !== value))
