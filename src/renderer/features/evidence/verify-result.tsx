import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownName } from '#domain/attachment/file-name'
import type { CustodyFault } from '#domain/evidence/verify-custody'
import { hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { useInstantText } from '../../ui/use-instant-text'
import { MoreRows, PAGE_ROWS } from './more-rows'
import type { Verified } from './use-verify'

/** What was read, when, what was found, and what a match means and does not mean. */
export function VerifyResult({ result }: { readonly result: Verified }) {
  const { t } = useTranslation()
  const instantText = useInstantText()
  const faultText = useFaultText()
  const [shown, setShown] = useState(PAGE_ROWS)
  const { at, count, intact, bad, chain } = result
  const read = intact + bad.length
  const isWhole = read === count && chain !== null
  const isGood = isWhole && bad.length === 0 && chain.faults.length === 0
  const problems = [
    ...bad.map(({ file, state }) => ({
      key: file.id,
      text: t('evidence.verify.problem', {
        name: shownName(file.name),
        state: t(`evidence.verify.state.${state}`),
      }),
    })),
    ...(chain?.faults ?? []).map((fault, place) => ({ key: `chain ${place}`, text: faultText(fault) })),
  ]
  return (
    <div role="status" className={isGood ? 'card calm' : 'card amber'}>
      <div className="stack tight">
        <p>{t('evidence.verify.at', { at: instantText(at, 'minute') })}</p>
        {isWhole ? null : <p>{t('evidence.verify.unfinished', { read, count })}</p>}
        <p>{t('evidence.verify.files', { intact, bad: bad.length })}</p>
        {chain === null ? null : (
          <p>
            {t(chain.faults.length === 0 ? 'evidence.verify.chainGood' : 'evidence.verify.chainBad', {
              entries: chain.entries,
              faults: chain.faults.length,
            })}
          </p>
        )}
        {problems.length === 0 ? null : (
          <ul className="plain-list">
            {problems.slice(0, shown).map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        )}
        <MoreRows shown={shown} count={problems.length} onMore={setShown} />
        {bad.length === 0 ? null : <p className="small">{t('evidence.verify.whatNow')}</p>}
        <p className="small">
          {t('evidence.verify.means')}{' '}
          <a className="text-link" href={hrefOf('rights', 'evidence-weight')}>
            {t('findings.readRule')}
          </a>
        </p>
      </div>
    </div>
  )
}

/** A fault of the chain in words: entries by their number, files by their name. */
function useFaultText(): (fault: CustodyFault) => string {
  const { t } = useTranslation()
  const { attachments, custody } = useDocument()
  const nameOf = (id: string): string => {
    const named = attachments.find((file) => file.id === id) ?? custody.find(({ subjectId }) => subjectId === id)
    return named ? shownName(named.name) : t('evidence.index.untitled')
  }
  return (fault) =>
    'at' in fault
      ? t(`evidence.verify.fault.${fault.fault}`, { number: fault.at + 1 })
      : t(`evidence.verify.fault.${fault.fault}`, { name: nameOf(fault.attachmentId) })
}
