import type { CitationParts } from '#domain/rules/citation'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'

/** Document, number and article of one citation. In English the Chinese title stands beside, to look it up by. */
export function CitationText({ citation }: { readonly citation: CitationParts }) {
  const { t } = useTranslation()
  const language = useApp((state) => state.preferences.language)
  const { document, article } = citation
  const chinese = t('rights.titleMarks', { title: document.name['zh-CN'] })
  return (
    <span>
      {language === 'en' ? (
        <>
          {document.name.en} <span lang="zh-CN">{chinese}</span>
        </>
      ) : (
        chinese
      )}
      {document.number === null ? null : <span lang="zh-CN"> {document.number}</span>}
      {article === null ? null : ` ${article[language]}`}
    </span>
  )
}
