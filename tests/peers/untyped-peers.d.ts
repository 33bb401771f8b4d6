/** Packages that bring no types: what is used of them, in the units they take (yuan, per cent, dates). */
declare module 'xirr' {
  export default function xirr(flows: readonly { readonly amount: number; readonly when: Date }[]): number
}

declare module 'amortizejs' {
  export interface AmortizeJsRow {
    readonly interest: number
    readonly principal: number
    readonly remainingBalance: number
    readonly date?: Date
  }
  export const Calculator: {
    calculate(config: {
      readonly method: 'mortgage'
      readonly balance: number
      /** Per cent a year. */
      readonly apr: number
      readonly loanTerm: number
      readonly startDate?: Date
    }): { readonly periodicPayment: number; readonly schedule: readonly AmortizeJsRow[] }
  }
}
