import { Button, Progress } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#contract/procedures'
import { useApp } from '../../state/app-context'
import { SecretInput } from './secret-input'
import { useCapsLock } from './use-caps-lock'

interface NewPasswordProps {
  readonly label: ReactNode
  readonly isBusy: boolean
  readonly onChosen: (password: string) => void
  /** More must be right before it can be sent. */
  readonly canSend?: boolean
  /** What stands above the new password: the present key. */
  readonly children?: ReactNode
}

type Strength = Output<'vault.strength'>

/** A new password: typed twice and judged while it is typed, or five words drawn by the program. */
export function NewPassword({ label, isBusy, onChosen, canSend = true, children }: NewPasswordProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [phrase, setPhrase] = useState<string | null>(null)
  const strength = useStrength(password)
  const capsLock = useCapsLock()
  const isSame = password === repeated
  const canTake = canSend && strength?.isAccepted === true && isSame
  const draw = async () => {
    const reply = await client.call('vault.phrase', {})
    if (!reply.ok) return
    setPhrase(reply.value.phrase)
    setPassword(reply.value.phrase)
    setRepeated('')
  }
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault()
        if (canTake) onChosen(password)
      }}
    >
      {children}
      <SecretInput
        label={t('vault.password.new')}
        description={t('vault.password.rule')}
        value={password}
        onChange={(typed) => {
          setPassword(typed)
          setPhrase(null)
        }}
        capsLock={capsLock}
      />
      {phrase === null ? null : (
        <p className="phrase">
          <code>{phrase}</code>
          <span className="small muted">{t('vault.password.phraseHint')}</span>
        </p>
      )}
      <StrengthMeter strength={password === '' ? null : strength} />
      <SecretInput
        label={t('vault.password.repeat')}
        value={repeated}
        onChange={setRepeated}
        error={repeated !== '' && !isSame ? t('vault.password.differs') : undefined}
        capsLock={capsLock}
      />
      {capsLock.isOn ? (
        <p className="small" role="status">
          {t('vault.password.capsLock')}
        </p>
      ) : null}
      <div className="row">
        <Button type="submit" variant="default" disabled={!canTake} loading={isBusy}>
          {label}
        </Button>
        <Button variant="subtle" onClick={() => void draw()}>
          {t('vault.password.phrase')}
        </Button>
      </div>
    </form>
  )
}

/** What the host thinks of it, a moment after typing stopped. */
function useStrength(password: string): Strength | null {
  const client = useApp((state) => state.client)
  const [asked] = useDebouncedValue(password, 150)
  const [judged, setJudged] = useState<{ readonly password: string; readonly strength: Strength } | null>(null)
  useEffect(() => {
    if (asked === '') return
    let isCurrent = true
    void client.call('vault.strength', { password: asked }).then((reply) => {
      if (isCurrent && reply.ok) setJudged({ password: asked, strength: reply.value })
    })
    return () => {
      isCurrent = false
    }
  }, [client, asked])
  return judged?.password === password ? judged.strength : null
}

function StrengthMeter({ strength }: { readonly strength: Strength | null }) {
  const { t } = useTranslation()
  const word = !strength
    ? ''
    : strength.isLongEnough
      ? t(`vault.password.score_${strength.score as 0 | 1 | 2 | 3 | 4}`)
      : t('vault.password.tooShort')
  return (
    <div className="strength">
      <Progress
        aria-label={t('vault.password.meter')}
        value={strength ? 20 * (strength.score + 1) : 0}
        color={strength?.isAccepted === true ? 'teal' : 'amber'}
        transitionDuration={0}
      />
      <span className="small muted" role="status">
        {word}
      </span>
    </div>
  )
}
