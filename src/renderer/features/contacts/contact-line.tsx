import { useTranslation } from 'react-i18next'
import type { LoggedContact } from '#domain/contact/logged-contact'

/** Day and clock as one line; a contact whose time nobody remembers has its day alone. */
export function useContactLine() {
  const { t } = useTranslation()
  return {
    when: ({ on, time }: Pick<LoggedContact, 'on' | 'time'>): string =>
      time === null ? on : `${on} ${time.slice(0, 5)}`,
    how: ({ channel, direction, isAnswered }: LoggedContact): string =>
      [
        t(`contacts.channel.${channel}`),
        direction === 'out' ? t('contacts.row.out') : '',
        channel === 'call' && isAnswered !== null ? t(`contacts.row.${isAnswered ? 'answered' : 'unanswered'}`) : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    whom: ({ reached, person }: LoggedContact): string =>
      person === '' ? t(`contacts.reached.${reached}`) : `${t(`contacts.reached.${reached}`)} ${person}`,
  }
}
