import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { promiseOf } from '#domain/plan/living/promise'
import type { PlanVersion } from '#domain/plan/plan-version'
import { useRun } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan/use-plan'

interface PromisePanelProps {
  readonly plan: PlanView
  readonly version: PlanVersion | null
}

/** Standing by the plan as it is: a new version, which is never rewritten; the earlier ones stay to be read. */
export function PromisePanel({ plan, version }: PromisePanelProps) {
  const { t } = useTranslation()
  const run = useRun()
  const [note, setNote] = useState('')
  const { document, chosen, on } = plan
  const make = async () => {
    const made = promiseOf({
      id: newId(),
      madeOn: on,
      note: note.trim(),
      settings: document.plan,
      budget: document.budget,
      result: chosen,
      loans: document.loans,
    })
    const reply = await run('plan.promise', { version: made })
    if (reply.ok) setNote('')
  }
  const earlier = document.planVersions.slice(0, -1).reverse()
  return (
    <Panel title={t('living.promise.title')}>
      {version ? <VersionText version={version} /> : <p>{t('living.promise.none')}</p>}
      <div className="row promise-form">
        <TextInput
          label={t('living.promise.note')}
          maxLength={200}
          autoComplete="off"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button variant={version ? 'default' : 'filled'} disabled={plan.open.length === 0} onClick={() => void make()}>
          {t(version ? 'living.promise.remake' : 'living.promise.make')}
        </Button>
      </div>
      {earlier.length > 0 ? (
        <details>
          <summary>{t('living.promise.history', { count: earlier.length })}</summary>
          <VersionTable versions={earlier} />
        </details>
      ) : null}
    </Panel>
  )
}

function VersionText({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation()
  const { madeOn, debtFreeMonth, costFen, note } = version
  const end = debtFreeMonth === null ? t('living.promise.endOpen') : t('living.promise.end', { month: debtFreeMonth })
  return (
    <>
      <p>
        <Trans
          t={t}
          i18nKey="living.promise.text"
          values={{ on: madeOn, end }}
          components={{ cost: <MoneyText fen={costFen} /> }}
        />
      </p>
      {note === '' ? null : <p className="muted">{note}</p>}
    </>
  )
}

function VersionTable({ versions }: { readonly versions: readonly PlanVersion[] }) {
  const { t } = useTranslation()
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('living.promise.when')}</th>
          <th scope="col">{t('living.promise.debtFree')}</th>
          <th scope="col" className="r">
            {t('living.promise.cost')}
          </th>
          <th scope="col">{t('living.promise.noteHead')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ id, madeOn, debtFreeMonth, costFen, note }) => (
          <tr key={id}>
            <td className="num">{madeOn}</td>
            <td className="num">{debtFreeMonth ?? t('living.change.never')}</td>
            <td className="r">
              <MoneyText fen={costFen} />
            </td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
