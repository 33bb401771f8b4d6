/**
 * Sentences that never appear, on paper or screen, in any language (shared/design/ux.md): false comfort, a threat, or a
 * right given away. As patterns, compared after white space is removed.
 */
const PATTERNS: readonly RegExp[] = [
  /可以不接电话/,
  /(展期|停息挂账)不影响征信/,
  /超过(24|12|36)[%％].{0,4}(部分)?不用还/,
  /过了三年就不用还/,
  /(必须同意|必须停止催收)/,
  /投诉就能减免/,
  /先还催得最凶的/,
  /成功率\d*[%％]?/,
  /已为你停止计息/,
  /仅供协商，?法院不会采用/,
  /通常不影响/,
  /放弃.{0,6}(抗辩|时效)/,
  /(一切|全部|所有)费用(均)?由(本人|我)承担/,
  /(家人|家属|父母).{0,4}没有义务/,
  /同意.{0,6}(扣划|代扣|扣除).{0,4}工资|同意.{0,4}从.{0,4}工资.{0,4}(扣划|代扣|扣除|中扣)/,
  /(提交|接受).{0,6}仲裁/,
  /强制执行公证|赋予强制执行效力/,
  /(再次|再)逾期.{0,12}(全部到期|提前到期|一次性还清)/,
  /(自愿)?放弃.{0,6}(起诉|异议)/,
  /否则.{0,6}(投诉|举报)/,
  /waives?(all|any|my)?(defen[cs]es?|limitation)/i,
  /allcosts.{0,12}(on|by)me/i,
  /deduct(ed|ion)?frommywages?/i,
  /(submit|agree)toarbitration/i,
  /successrate/i,
  /(orelse|otherwise)Iwill(complain|report|sue)/i,
  /lateagain.{0,30}(fall|become)s?(all)?due|(fall|become)s?due.{0,20}lateagain/i,
  /familyhasnoobligation/i,
  /consenttonotari[sz]edenforcement/i,
  /mustagree|muststopcollect/i,
  /willnotaffect(my|your)?credit/i,
  /neednotberepaid/i,
]

/** The forbidden patterns a text contains. */
export const forbiddenIn = (text: string): readonly string[] => {
  const plain = text.replace(/\s+/g, '')
  return PATTERNS.filter((pattern) => pattern.test(plain)).map((pattern) => pattern.source)
}
