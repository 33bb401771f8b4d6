/**
 * The rate equation's answer as a union: one root, several (all listed; the headline is the smallest that is not
 * negative, else the negative one nearest zero), or none. Never NaN, never one silently picked.
 */
export type EffectiveAnnual =
  | { readonly kind: 'one'; readonly root: number }
  | { readonly kind: 'several'; readonly roots: number[]; readonly headline: number }
  | { readonly kind: 'none' }

/** The rate to show first, or null when there is none. */
export const headlineRate = (rate: EffectiveAnnual): number | null =>
  rate.kind === 'one' ? rate.root : rate.kind === 'several' ? rate.headline : null
