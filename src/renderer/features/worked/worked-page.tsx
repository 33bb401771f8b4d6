import type { WorkedExample, WorkedSection } from '#domain/worked/worked-example'
import { WORKED_IDS } from '#domain/worked/worked-examples'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { goTo, hrefOf } from '../../app/router'
import { Icon } from '../../ui/icon'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { figureText, pageValues } from './figure-text'
import { FormulaLine } from './formula-line'
import { WorkedTable } from './worked-table'

/** One worked example: the question, what is known, every step, the tables, the answer and what it means. */
export function WorkedPage({ example }: { readonly example: WorkedExample }) {
  const { t } = useTranslation()
  const { id, inputs, sections, answers } = example
  const values = pageValues(t, example)
  return (
    <article className="stack worked">
      <a className="text-link small no-print" href={hrefOf('worked')}>
        {t('worked.back')}
      </a>
      <PageHeader
        title={t(`worked.page.${id}.title`)}
        sub={t(`worked.page.${id}.question`, values)}
        actions={
          <Button className="no-print" variant="default" leftSection={<Icon name="print" />} onClick={printPage}>
            {t('worked.print')}
          </Button>
        }
      />
      <p className="card calm worked-short">{t(`worked.page.${id}.short`, values)}</p>
      <Panel title={t('worked.inputs')}>
        <dl className="worked-facts">
          {inputs.map(({ code, value }) => (
            <div key={code}>
              <dt>{t(`worked.input.${code}`)}</dt>
              <dd className="num">{figureText(t, value)}</dd>
            </div>
          ))}
        </dl>
        <p className="small muted">{t('worked.rounding')}</p>
      </Panel>
      {sections.map((section) => (
        <SectionPanel section={section} key={section.code} />
      ))}
      <Panel title={t('worked.answers')} tone="calm">
        <dl className="worked-answers">
          {answers.map(({ code, value }) => (
            <div key={code}>
              <dt>{t(`worked.answer.${code}.title`)}</dt>
              <dd className="num strong">{figureText(t, value)}</dd>
              <dd className="small muted">{t(`worked.answer.${code}.text`)}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('worked.meaning')}</h3>
        <p className="worked-prose">{t(`worked.page.${id}.meaning`, values)}</p>
        <h3>{t('worked.note')}</h3>
        <p className="worked-prose">{t(`worked.page.${id}.note`, values)}</p>
      </Panel>
      <section className="card no-print">
        <div className="row between">
          <div>
            <h2>{t('worked.own')}</h2>
            <p className="muted">{t('worked.ownText')}</p>
          </div>
          <Button onClick={() => goTo('loans', 'new')}>{t('worked.ownAdd')}</Button>
        </div>
      </section>
      <nav className="no-print" aria-label={t('worked.otherExamples')}>
        <h2 className="small muted">{t('worked.otherExamples')}</h2>
        <ul className="worked-others">
          {WORKED_IDS.filter((other) => other !== id).map((other) => (
            <li key={other}>
              <a href={hrefOf('worked', other)}>{t(`worked.page.${other}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="small muted">{t('worked.disclaimer')}</p>
    </article>
  )
}

function SectionPanel({ section }: { readonly section: WorkedSection }) {
  const { t } = useTranslation()
  const { code, steps, table } = section
  const title = t(`worked.section.${code}.title`)
  return (
    <Panel title={title}>
      <p className="muted">{t(`worked.section.${code}.text`)}</p>
      <ol className="worked-steps">
        {steps.map((step) => (
          <li key={step.code}>
            <h3>{t(`worked.stepOf.${step.code}.title`)}</h3>
            <p className="muted">{t(`worked.stepOf.${step.code}.text`)}</p>
            <FormulaLine step={step} />
          </li>
        ))}
      </ol>
      {table === null ? null : <WorkedTable table={table} label={title} />}
    </Panel>
  )
}

const printPage = () => window.print()
