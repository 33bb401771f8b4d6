import { TextInput } from '@mantine/core'
import { RULE_GROUPS, type RuleGroup } from '#domain/rules/rule'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { ruleBook } from '../../rule-book'
import { useToday } from '../../state/app-context'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { ruleSections, ruleView, staleCount } from './rights-selectors'
import { ruleElementId, RuleEntry } from './rule-entry'
import './rights.css'

/** `#/rights` every rule by group; `#/rights/<rule>` the same with that rule open and in view. */
export function RightsRoom({ rest }: RoomProps) {
  const { t } = useTranslation()
  const today = useToday()
  const named = rest[0] ?? null
  const [query, setQuery] = useState('')
  const [group, setGroup] = useState<RuleGroup | null>(null)
  const sections = useMemo(() => ruleSections(ruleBook, query, group), [query, group])
  const stale = staleCount(ruleBook, today)
  useEffect(() => {
    if (named === null) return
    // After the frame has moved the focus to the new room.
    const frame = requestAnimationFrame(() => {
      const summary = document.getElementById(ruleElementId(named))?.querySelector('summary')
      summary?.scrollIntoView({ block: 'center' })
      summary?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [named])
  const found = sections.reduce((count, { rules }) => count + rules.length, 0)
  return (
    <div className="stack rights">
      <PageHeader title={t('rights.title')} sub={t('rights.sub')} />
      {stale > 0 ? (
        <p className="card amber" role="note">
          {t('rights.staleBanner', { count: stale })}
        </p>
      ) : null}
      <div className="stack tight">
        <TextInput
          className="filter"
          type="search"
          aria-label={t('rights.search')}
          placeholder={t('rights.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <div className="group-chips" role="group" aria-label={t('rights.groups')}>
          {[null, ...RULE_GROUPS].map((candidate) => (
            <button
              type="button"
              className="chip"
              key={candidate ?? 'all'}
              aria-pressed={group === candidate}
              onClick={() => setGroup(candidate)}
            >
              {candidate === null ? t('rights.all') : t(`rights.group.${candidate}`)}
            </button>
          ))}
        </div>
        <p className="small muted" role="status">
          {found === 0 ? t('rights.noMatch') : t('rights.found', { count: found })}
        </p>
      </div>
      {sections.map((section) => (
        <Panel
          key={section.group}
          title={t(`rights.group.${section.group}`)}
          aside={<span className="small muted">{t('rights.found', { count: section.rules.length })}</span>}
        >
          <div>
            {section.rules.map((rule) => (
              <RuleEntry
                // Named anew by the hash: opened anew.
                key={rule.id === named ? `${rule.id} named` : rule.id}
                view={ruleView(ruleBook, rule, today)}
                isNamed={rule.id === named}
              />
            ))}
          </div>
        </Panel>
      ))}
      <p className="small muted">{t('rights.notAdvice', { on: ruleBook.releasedOn })}</p>
    </div>
  )
}
