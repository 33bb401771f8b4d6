import agreed from '#i18n/en/agreed.json'
import ask from '#i18n/en/ask.json'
import audit from '#i18n/en/audit.json'
import backups from '#i18n/en/backups.json'
import budget from '#i18n/en/budget.json'
import common from '#i18n/en/common.json'
import compare from '#i18n/en/compare.json'
import contactImport from '#i18n/en/contactImport.json'
import contacts from '#i18n/en/contacts.json'
import contract from '#i18n/en/contract.json'
import echo from '#i18n/en/echo.json'
import errors from '#i18n/en/errors.json'
import escalation from '#i18n/en/escalation.json'
import evidence from '#i18n/en/evidence.json'
import evidencePack from '#i18n/en/evidencePack.json'
import files from '#i18n/en/files.json'
import findings from '#i18n/en/findings.json'
import firstRun from '#i18n/en/firstRun.json'
import ledger from '#i18n/en/ledger.json'
import living from '#i18n/en/living.json'
import loan from '#i18n/en/loan.json'
import nav from '#i18n/en/nav.json'
import optimum from '#i18n/en/optimum.json'
import patterns from '#i18n/en/patterns.json'
import plan from '#i18n/en/plan.json'
import proposals from '#i18n/en/proposals.json'
import recover from '#i18n/en/recover.json'
import referenceLines from '#i18n/en/referenceLines.json'
import rights from '#i18n/en/rights.json'
import settings from '#i18n/en/settings.json'
import settle from '#i18n/en/settle.json'
import solve from '#i18n/en/solve.json'
import stress from '#i18n/en/stress.json'
import vault from '#i18n/en/vault.json'
import worked from '#i18n/en/worked.json'

export const en = {
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
