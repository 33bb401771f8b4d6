/** The A4 page of a letter in millimetres: `paper-css.ts` draws exactly this and `paginate.ts` counts with it. */
export const PAGE = {
  width: 210,
  height: 297,
  marginTop: 22,
  marginBottom: 24,
  marginSide: 24,
  /** Body text: 10.5 pt (五号) on 6.4 mm lines. */
  em: 3.704,
  line: 6.4,
  paragraphGap: 1.2,
  titleHeight: 18,
  addresseeHeight: 9,
  headingHeight: 8.6,
  factRow: 7.4,
  /** Shares of the text width taken by a label and a value of the identity table; two pairs to a row. */
  factLabelShare: 0.17,
  factValueShare: 0.33,
  /** Left and right padding of an identity cell together. */
  factPadding: 3.2,
  tableRow: 5.9,
  tableGap: 2.4,
  signatureHeight: 26,
  slipTitleHeight: 13,
  slipLine: 10.5,
  listIndentEm: 2,
} as const

/** Width of a text line, in em of the body text. */
export const TEXT_WIDTH_EM = (PAGE.width - 2 * PAGE.marginSide) / PAGE.em

/** Height between the top margin and the footer's margin. */
export const BODY_HEIGHT = PAGE.height - PAGE.marginTop - PAGE.marginBottom
