import type { Highs, Model } from 'highs'
import { avalancheIsOptimal, optimumCase, type OptimumCase, type Unsolved } from '#domain/plan/optimum/optimum-case'
import type { LinearModel } from '#domain/plan/optimum/linear-model'
import { optimumModel, type OptimumModel } from '#domain/plan/optimum/optimum-model'
import { prescriptionOf } from '#domain/plan/optimum/prescription'
import { STRATEGIES, type PlanResult, type Strategy } from '#domain/plan/plan'
import type { PlanInput } from '#domain/plan/plan-input'
import { simulatePlan } from '#domain/plan/simulate-plan'

export interface OptimumTask {
  readonly input: PlanInput
  /** Longest the solver may take. */
  readonly seconds: number
  /** Relative gap at which a solution counts as good enough. */
  readonly gap: number
}

export interface OptimumProgress {
  readonly phase: 'ways' | 'bound' | 'search'
  /** No way costs less than this (fen); null until it is known. */
  readonly boundFen: number | null
  /** The cheapest way known (fen). */
  readonly bestFen: number
  readonly seconds: number
}

/** How sure it is that nothing is cheaper. */
export type Proof =
  /** By the argument of `avalancheIsOptimal`: nothing was solved. */
  | { readonly kind: 'avalanche' }
  /** The programme was solved; no way costs less by more than the gap (a part of the best cost). */
  | { readonly kind: 'solved'; readonly gap: number }
  /** The best of the known ways; nothing is proven, and why. */
  | { readonly kind: 'unproven'; readonly because: Unsolved | 'noSolver' | 'noTime' | 'rounding' }

export interface OptimumAnswer {
  readonly proof: Proof
  /** The cheapest of the known ways. */
  readonly bestWay: Strategy
  readonly bestWayFen: number
  /** The figure of the simulator for the cheapest plan found. */
  readonly result: PlanResult
  /** Whether the solver found something cheaper than every known way. */
  readonly isSolvers: boolean
  readonly costs: Readonly<Record<Strategy, number>>
  readonly boundFen: number | null
  readonly seconds: number
}

export type Clock = () => number

/**
 * The cheapest way to pay the plan's loans: the known ways first, then the programme of `optimumModel` by HiGHS, its answer
 * run through the simulator. The better of both is returned, and which it was. `load` gives the solver; where it fails the
 * known ways stand and it is said.
 */
export async function solveOptimum(
  { input, seconds, gap }: OptimumTask,
  report: (progress: OptimumProgress) => void,
  load: () => Promise<Highs>,
  now: Clock,
): Promise<OptimumAnswer> {
  const started = now()
  const spent = (): number => (now() - started) / 1000
  const ways = STRATEGIES.map((strategy) => ({
    strategy,
    result: simulatePlan({ ...input, prescribed: undefined, settings: { ...input.settings, strategy } }),
  }))
  const keeping = ways.filter(({ result }) => result.shortfallMonths.length === 0)
  const best = cheapest(keeping.length > 0 ? keeping : ways)
  const costs = Object.fromEntries(
    ways.map(({ strategy, result }) => [strategy, result.costFen]),
  ) as unknown as OptimumAnswer['costs']
  const known = { bestWay: best.strategy, bestWayFen: best.result.costFen, costs }
  const answer = (proof: Proof, boundFen: number | null, solved: PlanResult | null = null): OptimumAnswer => {
    const isSolvers = solved !== null && solved.costFen < best.result.costFen
    return { ...known, proof, result: isSolvers ? solved : best.result, isSolvers, boundFen, seconds: spent() }
  }
  report({ phase: 'ways', boundFen: null, bestFen: best.result.costFen, seconds: spent() })
  const optimum = optimumCase(input)
  if (typeof optimum === 'string') return answer({ kind: 'unproven', because: optimum }, null)
  if (avalancheIsOptimal(optimum)) {
    const avalanche = ways.find(({ strategy }) => strategy === 'avalanche')
    return answer({ kind: 'avalanche' }, avalanche?.result.costFen ?? null)
  }
  let highs: Highs
  try {
    highs = await load()
  } catch {
    return answer({ kind: 'unproven', because: 'noSolver' }, null)
  }
  const written = optimumModel(optimum)
  // What loans without a choice cost is in no column; the programme's own figure may be a little above the cost.
  const others =
    0 -
    written.slackFen +
    costOfOthers(best.result, new Set(optimum.active.map((place) => input.loans[place]?.loan.id ?? '')))
  const tell = (phase: OptimumProgress['phase'], boundFen: number | null): void =>
    report({ phase, boundFen, bestFen: best.result.costFen, seconds: spent() })
  let found: Found
  try {
    const relaxed = highs.withModel(dataOf(written.model, false), (model) => {
      model.options.set({ output_flag: false, time_limit: seconds })
      model.run()
      return model.getObjectiveValue() * UNIT_FEN + others
    })
    tell('bound', relaxed)
    const begin = startOf(highs, written, optimum, best.result)
    found = highs.withModel(dataOf(written.model, true), (model) => {
      model.options.set({
        output_flag: false,
        ...TOLERANCES,
        time_limit: Math.max(0.1, seconds - spent()),
        mip_rel_gap: gap,
        mip_allow_restart: false,
      })
      if (begin) model.setSolution({ colValue: begin })
      let bound = relaxed
      model.run({
        [highs.constants.callbackType.mipLogging]: (event) => {
          bound = Math.max(bound, (event.data.mip_dual_bound ?? -Infinity) * UNIT_FEN + others)
          tell('search', bound)
        },
      })
      const last = Number(model.info.get('mip_dual_bound')) * UNIT_FEN + others
      return { values: valuesOf(model, written.model), bound: Math.max(bound, last) }
    })
  } catch {
    return answer({ kind: 'unproven', because: 'noSolver' }, null)
  }
  if (!found.values) return answer({ kind: 'unproven', because: 'noTime' }, found.bound)
  const solved = simulatePlan({ ...input, prescribed: prescriptionOf(input, optimum, written, found.values) })
  if (solved.shortfallMonths.length > 0 || solved.debtFreeMonth === null)
    return answer({ kind: 'unproven', because: 'rounding' }, found.bound)
  const least = Math.min(solved.costFen, best.result.costFen)
  const proven = least <= 0 ? 0 : Math.max(0, (least - found.bound) / least)
  return answer({ kind: 'solved', gap: proven }, found.bound, solved)
}

interface Found {
  readonly values: Float64Array | null
  readonly bound: number
}

/** Where the search begins: the best known way's pattern of ends, the rest of it by a linear programme. Null when it has none. */
function startOf(
  highs: Highs,
  { model, isOpen }: OptimumModel,
  { active }: OptimumCase,
  { months }: PlanResult,
): Float64Array | null {
  return highs.withModel(dataOf(model, false), (solver) => {
    solver.options.set({ output_flag: false })
    active.forEach((place, at) =>
      isOpen[at]?.forEach((column, month) => {
        const value = (months[month]?.loans[place]?.openingFen ?? 0) > 0 ? 1 : 0
        if (model.upper[column] === 1 && model.lower[column] === 0) solver.changeColBounds(column, value, value)
      }),
    )
    solver.run()
    return solver.getModelStatus() === highs.constants.modelStatus.optimal ? solver.getSolution().colValue : null
  })
}

const cheapest = <T extends { readonly result: PlanResult }>(ways: readonly T[]): T =>
  ways.reduce((best, way) => {
    const [left, right] = [way.result, best.result]
    const ends = Number(right.debtFreeMonth !== null) - Number(left.debtFreeMonth !== null)
    return ends < 0 || (ends === 0 && left.costFen < right.costFen) ? way : best
  })

const costOfOthers = ({ months }: PlanResult, active: ReadonlySet<string>): number =>
  months.reduce(
    (total, { loans }) =>
      loans.reduce(
        (sum, { loanId, interestFen, penaltyFen, feeFen }) =>
          active.has(loanId) ? sum : sum + interestFen + penaltyFen + feeFen,
        total,
      ),
    0,
  )

/**
 * The programme as HiGHS takes it, money in units of 100 yuan: in fen its tolerances (a millionth of a bound) let whole
 * numbers be off by enough to miss the optimum, as an exhaustive search found. Without whole numbers it is the relaxation.
 */
export function dataOf(model: LinearModel, isWholly: boolean) {
  const { isWhole, rowLower, rowUpper, starts, indices } = model
  const isMoney = (column: number): boolean => isWhole[column] !== 1
  const scaled = (amounts: Float64Array): Float64Array =>
    amounts.map((amount, column) => (isMoney(column) ? amount / UNIT_FEN : amount))
  const rowsOfMoney = rowLower.map((_, row) =>
    indices.subarray(starts[row], starts[row + 1]).some(isMoney) ? UNIT_FEN : 1,
  )
  const values = Float64Array.from(model.values)
  rowsOfMoney.forEach((unit, row) => {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      if (!isMoney(indices[at] ?? 0)) values[at] = (values[at] ?? 0) / unit
  })
  return {
    numCols: model.cost.length,
    numRows: rowLower.length,
    offset: model.offset / UNIT_FEN,
    colCost: model.cost.map((cost, column) => (isMoney(column) ? cost : cost / UNIT_FEN)),
    colLower: scaled(model.lower),
    colUpper: scaled(model.upper),
    rowLower: rowLower.map((bound, row) => bound / (rowsOfMoney[row] ?? 1)),
    rowUpper: rowUpper.map((bound, row) => bound / (rowsOfMoney[row] ?? 1)),
    matrix: { format: 'csr' as const, numRows: rowLower.length, numCols: model.cost.length, starts, indices, values },
    ...(isWholly ? { integrality: Int32Array.from(isWhole) } : {}),
  }
}

/** Fen of one unit of money in the solver. */
export const UNIT_FEN = 10_000

/** How exact whole numbers must be. */
export const TOLERANCES = { mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 } as const

/** The best solution found, in fen; null when there is none. */
function valuesOf(solver: Model, { isWhole }: LinearModel): Float64Array | null {
  if (Number(solver.info.get('primal_solution_status')) !== 2) return null
  return Float64Array.from(solver.getSolution().colValue, (value, column) =>
    isWhole[column] === 1 ? value : value * UNIT_FEN,
  )
}
