import type { PlanInput } from '#domain/plan/simulate-plan'
import { NO_CHANCE, type StressAssumptions } from '#domain/stress/assumptions'
import { imagineMoney, moneyMachine, type ImaginedMoney } from '#domain/stress/imagine-money'
import { seededRandom, type Random } from '#domain/stress/random'
import { earning, levelLoan, NO_DEFAULT, planOf } from '../plan/a-plan'

/** 5,000.00 a month for 60 months without interest, from 15 December on; a wage of so much on the 1st, nothing to spend. */
export const fiveThousand = (wageFen: number, cashFen = 0): PlanInput =>
  planOf(
    [levelLoan('loan', { principal: 30_000_000, bp: 0, periods: 60, dueIn: 21 }, { defaultTerms: NO_DEFAULT })],
    earning(wageFen, 1, cashFen),
    'minimumsOnly',
  )

/** Chance of one kind only. */
export const onlyJobLoss = (monthlyPercent: number, meanMonths: number): StressAssumptions => ({
  ...NO_CHANCE,
  jobLoss: { ...NO_CHANCE.jobLoss, monthlyPercent, meanMonths },
})

export const imagine = (
  plan: PlanInput,
  assumptions: StressAssumptions,
  { months, paths, random = seededRandom(1) }: { months: number; paths: number; random?: Random },
): ImaginedMoney => imagineMoney(moneyMachine(plan.budget, plan.on, months, assumptions, random), paths, months)
