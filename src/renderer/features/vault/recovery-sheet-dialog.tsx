import { isSameGroup, RECOVERY_GROUPS } from '#domain/vault/recovery-code'
import { Button, Modal, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp, useToday } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { PaperView } from '../paper'
import { KeyProblem } from './key-problem'
import { initialKey, PresentKey } from './present-key'
import { recoveryPaper } from './recovery-paper'
import type { Security } from './security-panel'
import { useKeyChange } from './use-key-change'

interface RecoverySheetDialogProps {
  readonly security: Security
  readonly onClose: () => void
  readonly onDone: (changed: Security) => void
}

/** A new recovery code: the present key first, then the sheet, then two of its groups typed back. */
export function RecoverySheetDialog({ security, onClose, onDone }: RecoverySheetDialogProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const [key, setKey] = useState(initialKey(security))
  const [code, setCode] = useState<string | null>(null)
  const { isBusy, problem, waitSeconds, send } = useKeyChange<{ code: string }>((proposed) => setCode(proposed.code))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('vault.sheet.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      closeOnClickOutside={code === null}
      size="xl"
    >
      {code === null ? (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault()
            if (key && waitSeconds === 0) void send(client.call('vault.proposeRecoveryCode', { key }))
          }}
        >
          <p>{t('vault.sheet.explain')}</p>
          <KeyProblem problem={problem} waitSeconds={waitSeconds} />
          <PresentKey security={security} onChange={setKey} />
          <div className="row">
            <Button type="submit" loading={isBusy} disabled={key === null || waitSeconds > 0}>
              {t('vault.sheet.begin')}
            </Button>
          </div>
        </form>
      ) : (
        <Sheet code={code} onDone={onDone} />
      )}
    </Modal>
  )
}

function Sheet({ code, onDone }: { readonly code: string; readonly onDone: (changed: Security) => void }) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const language = useApp((state) => state.preferences.language)
  const today = useToday()
  const paper = useMemo(() => recoveryPaper(t, language, code, today), [t, language, code, today])
  const groups = code.split('-')
  const [asked] = useState(() => groupsToType(Math.random()))
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const { isBusy, problem, send } = useKeyChange(onDone)
  const isRight = asked.every((index, at) => isSameGroup(typed[at] ?? '', groups[index] ?? ''))
  return (
    <div className="stack">
      <p className="door-problem">{t('vault.sheet.once')}</p>
      <ol className="code-shown" aria-label={t('vault.sheet.title')}>
        {groups.map((group, index) => (
          <li key={index}>
            <code>{group}</code>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {t('vault.sheet.print')}
        </Button>
      </div>
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isRight) return
          const sent = asked.map((index, at) => ({ index, text: typed[at] ?? '' }))
          void send(client.call('vault.confirmRecoveryCode', { groups: sent }))
        }}
      >
        {asked.map((index, at) => (
          <TextInput
            key={index}
            label={t('vault.sheet.type', { n: index + 1 })}
            autoComplete="off"
            classNames={{ input: 'code-field' }}
            value={typed[at] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget
              setTyped(typed.map((text, place) => (place === at ? value : text)))
            }}
          />
        ))}
        <Button type="submit" loading={isBusy} disabled={!isRight}>
          {t('vault.sheet.confirm')}
        </Button>
      </form>
      <KeyProblem problem={problem} waitSeconds={0} />
      <PaperView paper={paper} />
    </div>
  )
}

/** Two different groups, chosen by a number from 0 up to 1. */
function groupsToType(chance: number): readonly [number, number] {
  const pair = Math.floor(chance * RECOVERY_GROUPS * (RECOVERY_GROUPS - 1))
  const first = Math.floor(pair / (RECOVERY_GROUPS - 1))
  const second = pair % (RECOVERY_GROUPS - 1)
  const other = second >= first ? second + 1 : second
  return first < other ? [first, other] : [other, first]
}
