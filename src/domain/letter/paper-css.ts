import { PAGE } from './page-geometry'

const mm = (value: number): string => `${value}mm`
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** How paper looks, on screen and in print: the geometry `paginate` counts with, black on white in a Song typeface. */
export const paperCss = `
@page { size: A4; margin: 0 }
.paper-page { box-sizing: border-box; position: relative; width: ${mm(PAGE.width)}; height: ${mm(PAGE.height)};
  padding: ${mm(PAGE.marginTop)} ${mm(PAGE.marginSide)} 0; overflow: hidden; background: #fff; color: #000;
  font: 10.5pt/${mm(PAGE.line)} "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Serif SC", serif;
  font-variant-numeric: lining-nums tabular-nums; break-after: page; overflow-wrap: anywhere }
.paper-page:last-child { break-after: auto }
.paper-body { height: ${mm(PAGE.height - PAGE.marginTop - PAGE.marginBottom)} }
.paper-page h1 { box-sizing: border-box; height: ${mm(PAGE.titleHeight)}; margin: 0; padding-top: 1mm; text-align: center;
  font-size: 18pt; line-height: 10mm; font-weight: 600; letter-spacing: 0.16em; white-space: nowrap; color: #000 }
.paper-page:lang(en) h1 { letter-spacing: 0; font-size: 15pt }
.paper-page:lang(en) p { text-align: start }
.paper-page h2 { box-sizing: border-box; height: ${mm(PAGE.headingHeight)}; margin: 0; padding-top: 2mm; font-size: 10.5pt;
  line-height: ${mm(PAGE.line)}; font-weight: 600; color: #000 }
.paper-page p { margin: 0 0 ${mm(PAGE.paragraphGap)}; text-align: justify; line-height: ${mm(PAGE.line)} }
.paper-page p.paper-indent { text-indent: 2em }
.paper-page p.paper-addressee { margin: 0; line-height: ${mm(PAGE.addresseeHeight)}; text-align: start }
.paper-page ul { margin: 0 0 ${mm(PAGE.paragraphGap)}; padding: 0 0 0 ${PAGE.listIndentEm}em; list-style: none }
.paper-page li { line-height: ${mm(PAGE.line)} }
.paper-page table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 ${mm(PAGE.tableGap)};
  color: #000; font-size: 10.5pt }
.paper-facts td { box-sizing: border-box; border: 0.25mm solid #000; padding: 0.4mm ${mm(PAGE.factPadding / 2)}; height: ${mm(PAGE.factRow)};
  line-height: ${mm(PAGE.line)}; text-align: start }
.paper-facts td:nth-child(odd) { width: ${percent(PAGE.factLabelShare)} }
.paper-facts td:nth-child(even) { width: ${percent(PAGE.factValueShare)} }
.paper-schedule th, .paper-schedule td { box-sizing: border-box; border: 0.25mm solid #000; padding: 0 1.4mm;
  height: ${mm(PAGE.tableRow)}; line-height: ${mm(PAGE.tableRow - 0.5)}; font-size: 9pt; font-weight: 400;
  text-align: start; white-space: nowrap; overflow: hidden }
.paper-schedule th { font-weight: 600 }
.paper-columns-7 th:nth-child(1) { width: 7% }
.paper-columns-7 th:nth-child(2) { width: 16% }
.paper-columns-7 th:nth-child(7) { width: 17.5% }
.paper-columns-4 th:nth-child(1) { width: 28% }
.paper-schedule .paper-end { text-align: end }
.paper-schedule tfoot td { font-weight: 600 }
.paper-signature { box-sizing: border-box; height: ${mm(PAGE.signatureHeight)}; padding-top: 12mm; display: flex;
  justify-content: space-between }
.paper-signature span:first-child::after { content: " ____________________" }
.paper-slip { border-top: 0.3mm dashed #000; margin-top: 2mm }
.paper-slip h2 { height: ${mm(PAGE.slipTitleHeight - 2)}; padding-top: 4mm; text-align: center }
.paper-slip p { margin: 0; line-height: ${mm(PAGE.slipLine)}; white-space: pre-wrap; text-align: start }
.paper-footer { position: absolute; left: 0; right: 0; bottom: 10mm; text-align: center; font-size: 9pt; line-height: 5mm }
`
