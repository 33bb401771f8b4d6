import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { PageHeader } from '../../ui/page-header'
import { PageLinks } from '../../ui/page-links'
import { CalendarPage } from './calendar-page'
import { CourtPage } from './court-page'
import { LadderPage } from './ladder-page'
import { PapersPage } from './papers-page'
import { StepPage } from './step-page'
import './escalation.css'

const PAGES = [
  { path: '', labelKey: 'escalation.pages.ladder', component: LadderPage },
  { path: 'papers', labelKey: 'escalation.pages.papers', component: PapersPage },
  { path: 'court', labelKey: 'escalation.pages.court', component: CourtPage },
  { path: 'calendar', labelKey: 'escalation.pages.calendar', component: CalendarPage },
] as const

/** `#/escalation` the ladder, `/court` papers from a court, `/calendar` everything dated, `/<id>` one step. */
export function EscalationRoom({ rest }: RoomProps) {
  const { t } = useTranslation()
  const [first = ''] = rest
  const page = PAGES.find(({ path }) => path === first)
  return (
    <div className="stack">
      <PageHeader title={t('escalation.title')} sub={t('escalation.sub')} />
      <PageLinks
        label={t('escalation.pages.label')}
        pages={PAGES.map(({ path, labelKey }) => ({
          href: `#/escalation${path && `/${path}`}`,
          label: t(labelKey),
          isHere: path === page?.path,
        }))}
      />
      {page ? <page.component /> : <StepPage key={first} escalationId={first} />}
    </div>
  )
}
