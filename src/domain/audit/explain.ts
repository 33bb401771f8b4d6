import type { LocalDate } from '../calendar/local-date'
import { effectiveEvents } from '../loan/effective-events'
import type { Loan } from '../loan/loan'
import type { Fen } from '../money/fen'
import { ok } from '../result'
import {
  addFigures,
  AUDIT_ITEMS,
  claimedTotal,
  comparedItems,
  totalOf,
  type AuditScope,
  type Claim,
  type Figures,
} from './claim'
import { compute, type Computed } from './compute'
import { contractConventions, paymentConventions, settlementConventions } from './contract-conventions'
import type { Convention, ConventionCode, ConventionDetail } from './convention'
import { defaultConventions } from './default-conventions'

/** One way, or two together, in which the claim may have been computed. */
export interface Explanation {
  readonly conventions: readonly { readonly code: ConventionCode; readonly detail: ConventionDetail }[]
  readonly figures: Figures
  readonly totalFen: Fen
  /** Claimed total less this one. */
  readonly restFen: Fen
  /** To the fen; within one fen for each rounded posting; or close, with a rest. */
  readonly fit: 'exact' | 'rounding' | 'near'
}

export interface Explained {
  readonly explanations: readonly Explanation[]
  /** Ways of computing that were tried. */
  readonly tried: number
}

const MOST_PAIRS = 100
const MOST_EXACT = 6
const MOST_NEAR = 3
/** A rest of at most this share of the difference is near. */
const NEAR_SHARE = 0.05

interface Tried {
  readonly conventions: readonly Convention[]
  readonly figures: Figures
  readonly distance: number
}

/**
 * Searches for what would bridge the difference between a claim and our figure: every single other convention, and pairs of
 * them only when no single one fits. A fit must meet the total and every part the claim names. Nothing here says who is
 * right; what fits by chance is possible, the more so the more ways were tried.
 */
export function explain(loan: Loan, on: LocalDate, claim: Claim, ours: Computed): Explained {
  const distanceTo = distanceFrom(claim)
  const slack = Math.max(1, ours.parts.filter(({ item }) => item !== 'principal').length)
  const base: Loan = { ...loan, events: effectiveEvents(loan.events, on) }
  const attempt = (conventions: readonly Convention[]): Tried | null => {
    const figures = figuresUnder(base, ours, on, claim.scope, conventions)
    return figures && { conventions, figures, distance: distanceTo(figures) }
  }
  const candidates = conventionsFor(base, on, claim, ours)
  const singles = candidates
    .map((convention) => attempt([convention]))
    .filter((one) => one !== null)
    .filter(({ figures }) => AUDIT_ITEMS.some((item) => figures[item] !== ours.figures[item]))
  const isExact = ({ distance }: Tried): boolean => distance === 0
  const isClose = isWithin(claim, slack)
  const found = singles.some(isExact) || isClose(ours.figures)
  const nearest = found ? [] : nearestPairs(singles, ours.figures, distanceTo)
  const pairs = nearest.map(attempt).filter((one) => one !== null)
  const exact = [...singles.filter(isExact), ...pairs.filter(isExact)].slice(0, MOST_EXACT)
  const reach = distanceTo(ours.figures) * NEAR_SHARE
  const rounded = exact.length > 0 ? [] : singles.filter(({ figures }) => isClose(figures))
  const near = exact.length > 0 ? [] : singles.filter((one) => one.distance <= reach && !rounded.includes(one))
  const total = claimedTotal(claim)
  const told = (fit: Explanation['fit']) => (one: Tried) => explanation(one, total, fit)
  return {
    explanations: [
      ...exact.map(told('exact')),
      ...(isClose(ours.figures) ? [explanation(roundingOf(ours.figures), total, 'rounding')] : []),
      ...byDistance(rounded).slice(0, MOST_NEAR).map(told('rounding')),
      ...byDistance(near).slice(0, MOST_NEAR).map(told('near')),
    ],
    tried: candidates.length + pairs.length,
  }
}

const byDistance = (tried: readonly Tried[]): readonly Tried[] =>
  [...tried].sort((left, right) => left.distance - right.distance)

const roundingOf = (figures: Figures): Tried => ({
  conventions: [{ code: 'rounding', detail: {}, family: 'rounding' }],
  figures,
  distance: 0,
})

function explanation({ conventions, figures }: Tried, claimed: Fen, fit: Explanation['fit']): Explanation {
  const totalFen = totalOf(figures)
  return {
    conventions: conventions.map(({ code, detail }) => ({ code, detail })),
    figures,
    totalFen,
    restFen: (claimed - totalFen) as Fen,
    fit,
  }
}

/** How far figures are from a claim: the total, and each part it names. */
function distanceFrom(claim: Claim): (figures: Figures) => number {
  const total = claimedTotal(claim)
  const items = comparedItems(claim)
  return (figures) =>
    items.reduce(
      (sum, item) => sum + Math.abs((claim.items[item] ?? 0) - figures[item]),
      Math.abs(total - totalOf(figures)),
    )
}

/** Whether the total and every part named differ by no more than one fen for each posting. */
function isWithin(claim: Claim, slack: number): (figures: Figures) => boolean {
  const total = claimedTotal(claim)
  const items = comparedItems(claim)
  return (figures) =>
    Math.abs(total - totalOf(figures)) <= slack &&
    items.every((item) => Math.abs((claim.items[item] ?? 0) - figures[item]) <= slack)
}

function conventionsFor(loan: Loan, on: LocalDate, claim: Claim, ours: Computed): readonly Convention[] {
  const scopes = (['settle', 'owed', 'arrears'] as const).filter((scope) => scope !== claim.scope)
  return [
    ...defaultConventions(loan, solvedMultiple(loan, on, claim, ours)),
    ...contractConventions(loan, on),
    ...(claim.scope === 'settle' ? settlementConventions() : []),
    ...paymentConventions(loan, on),
    ...scopes.map((scope): Convention => ({ code: 'otherScope', detail: { scope }, family: 'scope' })),
  ]
}

function figuresUnder(
  loan: Loan,
  ours: Computed,
  on: LocalDate,
  scope: AuditScope,
  conventions: readonly Convention[],
): Figures | null {
  const changed = conventions.reduce((other, { change }) => change?.(other) ?? other, loan)
  const asked = conventions.find(({ detail, code }) => code === 'otherScope' && detail.scope)?.detail.scope ?? scope
  const computed = changed === loan && asked === scope ? ok(ours) : compute(changed, on, asked, ours)
  if (!computed.ok) return null
  const { fold, figures } = computed.value
  if (fold === null) return figures
  return conventions.reduce((sum, { add }) => (add ? addFigures(sum, add(fold, on, asked)) : sum), figures)
}

/** Steps of 0.05 of the contract rate up to four times it: other multiples would be found in almost any figure. */
const MULTIPLE_STEP = 500
const MOST_MULTIPLE = 40_000

/** The multiple of the contract rate that would give the claimed penalty interest, in plain steps; null when none would. */
function solvedMultiple(loan: Loan, on: LocalDate, claim: Claim, ours: Computed): number | null {
  const plain = figuresUnder(loan, ours, on, claim.scope, [
    ...defaultConventions(loan, null).filter(
      ({ code, detail }) => code === 'penaltyMultiple' && detail.per10000 === 10_000,
    ),
  ])
  if (plain === null || plain.penalty <= 0) return null
  const asked = claim.items.penalty ?? ours.figures.penalty + claimedTotal(claim) - totalOf(ours.figures)
  const multiple = Math.round(((asked / plain.penalty) * 10_000) / MULTIPLE_STEP) * MULTIPLE_STEP
  return multiple > 0 && multiple <= MOST_MULTIPLE ? multiple : null
}

/** Pairs of different families whose effects add up nearest to the claim, nearest first. */
function nearestPairs(
  singles: readonly Tried[],
  ours: Figures,
  distanceTo: (figures: Figures) => number,
): readonly (readonly Convention[])[] {
  const pairs: { readonly conventions: readonly Convention[]; readonly distance: number }[] = []
  for (const [at, left] of singles.entries())
    for (const right of singles.slice(at + 1)) {
      const conventions = [...left.conventions, ...right.conventions]
      if (conventions[0]?.family === conventions[1]?.family) continue
      const sum = Object.fromEntries(
        AUDIT_ITEMS.map((item) => [item, left.figures[item] + right.figures[item] - ours[item]]),
      ) as Figures
      pairs.push({ conventions, distance: distanceTo(sum) })
    }
  return pairs
    .sort((left, right) => left.distance - right.distance)
    .slice(0, MOST_PAIRS)
    .map(({ conventions }) => conventions)
}
