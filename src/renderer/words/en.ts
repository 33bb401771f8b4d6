import budget from '#i18n/en/budget.json'
import common from '#i18n/en/common.json'
import errors from '#i18n/en/errors.json'
import firstRun from '#i18n/en/firstRun.json'
import ledger from '#i18n/en/ledger.json'
import loan from '#i18n/en/loan.json'
import nav from '#i18n/en/nav.json'
import plan from '#i18n/en/plan.json'
import proposals from '#i18n/en/proposals.json'
import settings from '#i18n/en/settings.json'
import settle from '#i18n/en/settle.json'
import worked from '#i18n/en/worked.json'

export const en = { budget, common, errors, firstRun, ledger, loan, nav, plan, proposals, settings, settle, worked }
