import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Rows shown at first, and added by each "more": a thousand files open at once. */
export const PAGE_ROWS = 100

interface MoreRowsProps {
  readonly shown: number
  readonly count: number
  readonly onMore: (shown: number) => void
}

/** The way to the rows that are not shown yet; nothing when all are. */
export function MoreRows({ shown, count, onMore }: MoreRowsProps) {
  const { t } = useTranslation()
  if (count <= shown) return null
  return (
    <div>
      <Button size="xs" variant="default" onClick={() => onMore(shown + PAGE_ROWS)}>
        {t('contacts.log.more', { count: Math.min(PAGE_ROWS, count - shown) })}
      </Button>
    </div>
  )
}
