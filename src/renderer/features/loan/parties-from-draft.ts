import type { LoanParties, Party } from '#domain/loan/party'
import type { LoanDraft, PartyDraft } from './loan-draft'

interface DraftParties {
  readonly parties: LoanParties
  /** Parties typed in the form that do not exist yet, or are called or classed otherwise now. */
  readonly changed: readonly Party[]
}

/** Who is who by the form: one party for one name, a known one where the name is known. Ids come from `newId`. */
export function partiesFromDraft(draft: LoanDraft, knownParties: readonly Party[], newId: () => string): DraftParties {
  const changed: Party[] = []
  const partyId = (typed: PartyDraft): string | null => {
    const name = typed.name.trim()
    if (name === '') return null
    const earlier = changed.find((party) => party.name === name)
    if (earlier) return earlier.id
    const known = knownPartyOf(name, typed, knownParties)
    // A form that only repeats a known name says nothing new about what the party is.
    const type = known && known.id !== typed.id && known.type !== 'unknown' ? known.type : typed.type
    if (known?.name === name && known.type === type) return known.id
    const party: Party = known
      ? { ...known, name, type }
      : { id: newId(), name, type, department: '', address: '', officialChannel: '', note: '' }
    changed.push(party)
    return party.id
  }
  const shares = new Map<string, number | null>()
  for (const lender of draft.lenders) {
    const id = partyId(lender)
    if (id !== null && !shares.has(id)) shares.set(id, lender.sharePer10000)
  }
  const parties: LoanParties = {
    contractLenders: [...shares].map(([id, sharePer10000]) => ({ partyId: id, sharePer10000 })),
    platformId: partyId(draft.platform),
    creditEnhancerId: partyId(draft.guarantor),
    collectorId: partyId(draft.collector),
    currentCreditorId: partyId(draft.creditor),
  }
  return { parties, changed }
}

/** The party meant: the one of this name, else the one the field was filled with, which is then renamed. */
const knownPartyOf = (name: string, typed: PartyDraft, known: readonly Party[]): Party | undefined => {
  const filledWith = known.find((party) => party.id === typed.id)
  return filledWith?.name === name ? filledWith : (known.find((party) => party.name === name) ?? filledWith)
}
