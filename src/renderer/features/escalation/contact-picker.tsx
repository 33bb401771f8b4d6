import { Button, Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inOrder } from '#domain/contact/contact'
import type { LoggedContact } from '#domain/contact/logged-contact'
import type { Escalation } from '#domain/escalation/escalation'
import { whatHappened } from '#domain/escalation/what-happened'
import { Panel } from '../../ui/panel'
import { useContactLine } from '../contacts/contact-line'
import { useLadder } from './use-ladder'

interface ContactPickerProps {
  readonly draft: Escalation
  readonly onChange: (contactIds: string[]) => void
}

/** Rows shown at first, and added by each "more". */
const PAGE_ROWS = 40

/** Which contacts a paper tells: those of the institution, the chosen ones first. */
export function ContactPicker({ draft, onChange }: ContactPickerProps) {
  const { t } = useTranslation()
  const line = useContactLine()
  const { document, findings } = useLadder()
  const [shown, setShown] = useState(PAGE_ROWS)
  const { partyId } = draft
  const happened = useMemo(
    () => (partyId === null ? null : whatHappened(document, partyId, findings)),
    [document, partyId, findings],
  )
  const found = new Set(happened?.suspected.flatMap(({ contactIds }) => contactIds) ?? [])
  const chosen = new Set(draft.contactIds)
  const offered = inOrder(happened?.contacts ?? document.contacts) as readonly LoggedContact[]
  const rows = [...offered.filter(({ id }) => chosen.has(id)), ...offered.filter(({ id }) => !chosen.has(id))]
  const toggle = (id: string) =>
    onChange(chosen.has(id) ? draft.contactIds.filter((other) => other !== id) : [...draft.contactIds, id])
  return (
    <Panel
      title={t('escalation.pick.contacts', { count: draft.contactIds.length })}
      aside={
        found.size === 0 ? null : (
          <Button size="xs" variant="default" onClick={() => onChange([...found])}>
            {t('escalation.pick.found')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? <p className="muted">{t('escalation.pick.none')}</p> : null}
      <ul className="pick-list">
        {rows.slice(0, shown).map((contact) => (
          <li key={contact.id}>
            <Checkbox
              checked={chosen.has(contact.id)}
              onChange={() => toggle(contact.id)}
              label={
                <>
                  <span className="num">{line.when(contact)}</span> {line.how(contact)} · {line.whom(contact)}{' '}
                  {found.has(contact.id) ? <span className="pill a">{t('findings.suspectOne')}</span> : null}
                </>
              }
            />
          </li>
        ))}
      </ul>
      {rows.length > shown ? (
        <div>
          <Button size="xs" variant="default" onClick={() => setShown(shown + PAGE_ROWS)}>
            {t('contacts.log.more', { count: Math.min(PAGE_ROWS, rows.length - shown) })}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}
