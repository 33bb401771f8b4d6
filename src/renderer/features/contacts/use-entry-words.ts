import { useTranslation } from 'react-i18next'
import type { ContactEntry } from '#domain/contact/logged-contact'
import { useDocument } from '../../state/app-context'
import type { EntryField } from './edits-panel'

/** A field of an entry in words; empty when nothing stands in it. */
export function useEntryWords(): (entry: ContactEntry, field: EntryField) => string {
  const { t } = useTranslation()
  const { parties, loans } = useDocument()
  const truth = (value: boolean | null): string =>
    value === null ? t('contacts.unknown') : t(value ? 'contacts.yes' : 'contacts.no')
  return (entry, field) => {
    switch (field) {
      case 'channel':
        return t(`contacts.channel.${entry.channel}`)
      case 'direction':
        return t(entry.direction === 'in' ? 'contacts.form.in' : 'contacts.form.out')
      case 'reached':
        return t(`contacts.reached.${entry.reached}`)
      case 'tags':
        return entry.tags.map((tag) => t(`contacts.tag.${tag}`)).join(t('contacts.comma'))
      case 'byPartyId':
        return parties.find(({ id }) => id === entry.byPartyId)?.name ?? ''
      case 'loanId':
        return loans.find(({ id }) => id === entry.loanId)?.name ?? ''
      case 'visit':
        return entry.visit
          ? t('contacts.edits.visit', {
              people: entry.visit.people ?? t('contacts.unknown'),
              credentials: truth(entry.visit.showedCredentials),
              cameIn: truth(entry.visit.cameInWithoutConsent),
            })
          : ''
      case 'theirPromise':
        return entry.theirPromise
          ? [entry.theirPromise.text, entry.theirPromise.by ?? '', truth(entry.theirPromise.kept)].join(' · ')
          : ''
      case 'isAnswered':
      case 'namedInstitution':
      case 'wasReachable':
      case 'isDebtRelated':
      case 'hourAgreed':
        return truth(entry[field])
      case 'seconds':
        return entry.seconds === null ? '' : t('contacts.edits.seconds', { count: entry.seconds })
      case 'time':
        return entry.time ?? ''
      case 'on':
      case 'number':
      case 'saidToBe':
      case 'person':
      case 'said':
      case 'answered':
        return entry[field]
    }
  }
}
