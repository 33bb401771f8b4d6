import agreed from '#i18n/zh-CN/agreed.json'
import ask from '#i18n/zh-CN/ask.json'
import audit from '#i18n/zh-CN/audit.json'
import backups from '#i18n/zh-CN/backups.json'
import budget from '#i18n/zh-CN/budget.json'
import common from '#i18n/zh-CN/common.json'
import compare from '#i18n/zh-CN/compare.json'
import contactImport from '#i18n/zh-CN/contactImport.json'
import contacts from '#i18n/zh-CN/contacts.json'
import contract from '#i18n/zh-CN/contract.json'
import echo from '#i18n/zh-CN/echo.json'
import errors from '#i18n/zh-CN/errors.json'
import escalation from '#i18n/zh-CN/escalation.json'
import evidence from '#i18n/zh-CN/evidence.json'
import evidencePack from '#i18n/zh-CN/evidencePack.json'
import files from '#i18n/zh-CN/files.json'
import findings from '#i18n/zh-CN/findings.json'
import firstRun from '#i18n/zh-CN/firstRun.json'
import ledger from '#i18n/zh-CN/ledger.json'
import living from '#i18n/zh-CN/living.json'
import loan from '#i18n/zh-CN/loan.json'
import nav from '#i18n/zh-CN/nav.json'
import optimum from '#i18n/zh-CN/optimum.json'
import patterns from '#i18n/zh-CN/patterns.json'
import plan from '#i18n/zh-CN/plan.json'
import proposals from '#i18n/zh-CN/proposals.json'
import recover from '#i18n/zh-CN/recover.json'
import referenceLines from '#i18n/zh-CN/referenceLines.json'
import rights from '#i18n/zh-CN/rights.json'
import settings from '#i18n/zh-CN/settings.json'
import settle from '#i18n/zh-CN/settle.json'
import solve from '#i18n/zh-CN/solve.json'
import stress from '#i18n/zh-CN/stress.json'
import vault from '#i18n/zh-CN/vault.json'
import worked from '#i18n/zh-CN/worked.json'

export const zhCN = {
  agreed,
  ask,
  audit,
  backups,
  budget,
  common,
  compare,
  contactImport,
  contacts,
  contract,
  echo,
  errors,
  escalation,
  evidence,
  evidencePack,
  files,
  findings,
  firstRun,
  ledger,
  living,
  loan,
  nav,
  optimum,
  patterns,
  plan,
  proposals,
  recover,
  referenceLines,
  rights,
  settings,
  settle,
  solve,
  stress,
  vault,
  worked,
}
