import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { YesNo } from './entry-draft'

interface YesNoFieldProps {
  readonly label: string
  readonly value: YesNo
  readonly onChange: (value: YesNo) => void
  /** Other words for yes and no. */
  readonly words?: { readonly yes: string; readonly no: string }
}

/** A question that may be left open: "not known" is an answer, and nothing is concluded from it. */
export function YesNoField({ label, value, onChange, words }: YesNoFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="yes-no">
      <span className="yes-no-label" id={id}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={(next) => onChange(next)}
        transitionDuration={0}
        data={[
          { value: 'yes', label: words?.yes ?? t('contacts.yes') },
          { value: 'no', label: words?.no ?? t('contacts.no') },
          { value: 'unknown', label: t('contacts.unknown') },
        ]}
      />
    </div>
  )
}
