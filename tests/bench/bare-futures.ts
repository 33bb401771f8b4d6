import { splitMix64 } from '#domain/stress/random'

/** Plain level loans, what they earn against, and how chance plays: numbers only. */
export interface BareCase {
  readonly paths: number
  readonly months: number
  readonly seed: number
  readonly wageFen: number
  readonly cashFen: number
  /** Fractions. */
  readonly wageRange: number
  readonly losesWork: number
  readonly findsWork: number
  readonly fallsIll: number
  readonly illnessFen: number
  readonly lostWhenIll: number
  readonly principals: Float64Array
  readonly basisPoints: Float64Array
  readonly instalments: Float64Array
}

/** What the lab has to find: owed and cash at each month's end of each path, and its first month that is short. */
export interface BareFutures {
  readonly balances: Float64Array
  readonly cashes: Float64Array
  readonly firstShort: Int32Array
}

/**
 * The ceiling: one function, typed arrays and nothing else, for this one kind of case. xoshiro128** written out; a wage
 * that strays, work lost and found, illness; interest half up on what is not due yet, the level instalment from the second
 * month on, what is overdue, cash. No rules of lateness, no order, no early payment, no quantiles.
 */
export function bareFutures(bare: BareCase): BareFutures {
  const { paths, months, principals, basisPoints, instalments, wageFen, wageRange } = bare
  const count = principals.length
  const balance = new Float64Array(count)
  const due = new Float64Array(count)
  const balances = new Float64Array(paths * months)
  const cashes = new Float64Array(paths * months)
  const firstShort = new Int32Array(paths).fill(-1)
  const chance = new Uint32Array(6)
  const next = splitMix64(BigInt(bare.seed))
  const [first, second] = [next(), next()]
  let s0 = Number(first & 0xffffffffn) | 0
  let s1 = Number(first >> 32n) | 0
  let s2 = Number(second & 0xffffffffn) | 0
  let s3 = Number(second >> 32n) | 0
  const [loses, finds, ill] = [bare.losesWork * 2 ** 32, bare.findsWork * 2 ** 32, bare.fallsIll * 2 ** 32]
  for (let path = 0; path < paths; path += 1) {
    balance.set(principals)
    due.fill(0)
    let cash = bare.cashFen
    let hasWork = true
    for (let step = 0; step < months; step += 1) {
      for (let draw = step === 0 ? 2 : 0; draw < 4; draw += 1) {
        const scrambled = Math.imul(s1, 5)
        chance[draw] = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
        const shifted = s1 << 9
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= shifted
        s3 = (s3 << 11) | (s3 >>> 21)
      }
      let isIll = false
      if (step > 0) {
        hasWork = hasWork ? chance[0]! >= loses : chance[0]! < finds
        isIll = chance[1]! < ill
        const wage = wageFen * (1 + wageRange * ((chance[2]! + chance[3]!) / 2 ** 32 - 1))
        const income = hasWork ? (isIll ? wage * (1 - bare.lostWhenIll) : wage) : 0
        cash += Math.floor(income + 0.5) - (isIll ? bare.illnessFen : 0)
      }
      let owed = 0
      let short = 0
      for (let loan = 0; loan < count; loan += 1) {
        let open = balance[loan]!
        let asked = due[loan]!
        if (step > 0 && open > 0) {
          const interest = Math.floor((2 * open * basisPoints[loan]! + 120_000) / 240_000)
          const principal = step === months - 1 ? open : instalments[loan]! - interest
          open -= principal
          balance[loan] = open
          asked += principal + interest
        }
        const paid = cash <= 0 ? 0 : asked < cash ? asked : cash
        cash -= paid
        asked -= paid
        due[loan] = asked
        short += asked
        owed += open + asked
      }
      if (short > 0 && firstShort[path]! < 0) firstShort[path] = step
      balances[step * paths + path] = owed
      cashes[step * paths + path] = cash
    }
  }
  return { balances, cashes, firstShort }
}
