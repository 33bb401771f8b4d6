import type { LetterPaper } from '#domain/letter/blocks'
import { paperPages, type PaperNode } from '#domain/letter/markup'
import { paperCss } from '#domain/letter/paper-css'
import { useElementSize } from '@mantine/hooks'
import { createElement, useEffect, useMemo, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import './paper.css'

/** A4 at 96 dots per inch, as CSS counts millimetres. */
const PAGE_WIDTH = (210 / 25.4) * 96
const PAGE_HEIGHT = (297 / 25.4) * 96
const PAGE_GAP = 18

/**
 * The paper itself: the same page elements as print and PDF, made smaller to fit. A second, unscaled set waits outside
 * the page for the printer, which sees nothing else.
 */
export function PaperView({ paper }: { readonly paper: LetterPaper }) {
  const { t } = useTranslation()
  const hidden = useApp((state) => state.numbersHidden)
  const { ref, width } = useElementSize()
  const pages = useMemo(() => paperPages(paper), [paper])
  usePaperStyle()
  const scale = width > 0 ? Math.min(1, width / PAGE_WIDTH) : 1
  return (
    <section className="paper-view" aria-label={t('proposals.paper.title')}>
      {hidden ? <p className="small muted">{t('proposals.paper.hidden')}</p> : null}
      <div ref={ref} className={hidden ? 'paper-blurred' : undefined}>
        {pages.map((page, at) => (
          <div
            className="paper-frame"
            key={at}
            style={{ width: PAGE_WIDTH * scale, height: PAGE_HEIGHT * scale, marginBottom: PAGE_GAP }}
          >
            <div className="paper-scale" style={{ transform: `scale(${scale})` }}>
              {element(page, at)}
            </div>
          </div>
        ))}
      </div>
      {createPortal(
        <div className="print-root" aria-hidden="true">
          {pages.map(element)}
        </div>,
        document.body,
      )}
    </section>
  )
}

function element({ tag, className, lang, text, children }: PaperNode, key: number): ReactNode {
  return createElement(
    tag,
    { key, className: className === '' ? undefined : className, lang },
    text ?? (children ?? []).map(element),
  )
}

/** The paper's own rules, shared with the PDF; as a constructed sheet they need no inline style element. */
function usePaperStyle(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(paperCss)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [])
}
