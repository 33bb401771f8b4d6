import { useTranslation } from 'react-i18next'
import { aboutShare } from './stress-selectors'

/** Words for a share of the imagined paths: "about 90%", never a decimal. */
export function useAbout(): (count: number, paths: number) => string {
  const { t } = useTranslation()
  return (count, paths) => {
    const share = aboutShare(count, paths)
    return share.kind === 'about'
      ? t('stress.about.about', { percent: share.percent })
      : t(`stress.about.${share.kind}`)
  }
}
