import type { Party, PartyType } from '../loan/party'
import type { SampleWords } from './sample-words'

export const PARTY = {
  spendingCredit: 'party-spending',
  internetBank: 'party-internet-bank',
  cardBank: 'party-card-bank',
  consumerFinance: 'party-consumer-finance',
  friend: 'party-friend',
} as const

export function sampleParties(words: SampleWords): readonly Party[] {
  const party = (id: string, name: string, type: PartyType, department = ''): Party => ({
    id,
    name,
    type,
    department,
    address: '',
    officialChannel: '',
    note: '',
  })
  return [
    party(PARTY.spendingCredit, words.parties.spendingCredit, 'consumerFinance'),
    party(PARTY.internetBank, words.parties.internetBank, 'bank'),
    party(PARTY.cardBank, words.parties.cardBank, 'bank', words.departments.cardBank),
    party(PARTY.consumerFinance, words.parties.consumerFinance, 'consumerFinance', words.departments.consumerFinance),
    party(PARTY.friend, words.parties.friend, 'privatePerson'),
  ]
}
