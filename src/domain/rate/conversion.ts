/** Effective yearly rate of a nominal one compounded `periods` times a year: 12 % monthly is 12.68 %. Source: EFFECT. */
export const effectiveFromNominal = (nominal: number, periods: number): number =>
  Math.expm1(periods * Math.log1p(nominal / periods))

/** Nominal yearly rate, compounded `periods` times a year, of an effective one: the inverse. Source: NOMINAL. */
export const nominalFromEffective = (effective: number, periods: number): number =>
  periods * Math.expm1(Math.log1p(effective) / periods)
