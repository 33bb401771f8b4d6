/** A per cent figure without trailing zeros: 0.6 %, 15.4 %, 0.05 %. `digits` rounds figures that are computed. */
export const percentText = (fraction: number, digits?: number): string =>
  `${digits === undefined ? String(Number((fraction * 100).toFixed(5))) : (fraction * 100).toFixed(digits)}%`
