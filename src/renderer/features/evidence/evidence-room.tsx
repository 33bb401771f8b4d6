import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { PageHeader } from '../../ui/page-header'
import { PageLinks } from '../../ui/page-links'
import { PackPage } from '../evidence-pack'
import { CustodyPage } from './custody-page'
import { ExhibitPage } from './exhibit-page'
import { IndexPage } from './index-page'
import './evidence.css'

const PAGES = [
  { path: '', labelKey: 'evidence.pages.index', component: IndexPage },
  { path: 'pack', labelKey: 'evidence.pages.pack', component: PackPage },
  { path: 'custody', labelKey: 'evidence.pages.custody', component: CustodyPage },
] as const

/** `#/evidence` the index, `/custody` the chain, `/<id>` one exhibit. */
export function EvidenceRoom({ rest }: RoomProps) {
  const { t } = useTranslation()
  const [first = ''] = rest
  const page = PAGES.find(({ path }) => path === first)
  return (
    <div className="stack">
      <PageHeader title={t('evidence.title')} sub={t('evidence.sub')} />
      <PageLinks
        label={t('evidence.pages.label')}
        pages={PAGES.map(({ path, labelKey }) => ({
          href: `#/evidence${path && `/${path}`}`,
          label: t(labelKey),
          isHere: path === page?.path,
        }))}
      />
      {page ? <page.component /> : <ExhibitPage key={first} exhibitId={first} />}
    </div>
  )
}
