import en from '#resources/sample-case/en.json'
import zhCN from '#resources/sample-case/zh-CN.json'
import type { CaseDocument } from '#domain/case-document'
import type { LocalDate } from '#domain/calendar/local-date'
import { sampleCase } from '#domain/sample/sample-case'

/** The sample case in a language, as of a day. */
export const sampleIn = (language: 'zh-CN' | 'en', today: LocalDate): CaseDocument =>
  sampleCase(language === 'en' ? en : zhCN, today)
