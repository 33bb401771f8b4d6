import budget from '#i18n/zh-CN/budget.json'
import common from '#i18n/zh-CN/common.json'
import errors from '#i18n/zh-CN/errors.json'
import firstRun from '#i18n/zh-CN/firstRun.json'
import ledger from '#i18n/zh-CN/ledger.json'
import loan from '#i18n/zh-CN/loan.json'
import nav from '#i18n/zh-CN/nav.json'
import plan from '#i18n/zh-CN/plan.json'
import proposals from '#i18n/zh-CN/proposals.json'
import settings from '#i18n/zh-CN/settings.json'
import settle from '#i18n/zh-CN/settle.json'
import worked from '#i18n/zh-CN/worked.json'

export const zhCN = { budget, common, errors, firstRun, ledger, loan, nav, plan, proposals, settings, settle, worked }
