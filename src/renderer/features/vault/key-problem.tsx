import { useTranslation } from 'react-i18next'

/** Why a key was not taken, and how long to wait. */
export function KeyProblem({
  problem,
  waitSeconds,
}: {
  readonly problem: string | null
  readonly waitSeconds: number
}) {
  const { t } = useTranslation()
  return (
    <>
      {problem === null ? null : (
        <p className="door-problem" role="alert">
          {problem}
        </p>
      )}
      {waitSeconds > 0 ? (
        <p className="small muted" role="timer">
          {t('vault.shut.wait', { seconds: waitSeconds })}
        </p>
      ) : null}
    </>
  )
}
