/** What a complaint had better not say, by what it would do to its writer. */
export type OwnWordsProblem = 'money' | 'promise' | 'trade' | 'verdict' | 'insult' | 'threat'

/** Sums: a complaint is about conduct and names none. */
const MONEY =
  /[¥￥]\s*\d|(?:\d[\d,.]*|[一二两三四五六七八九十百千])\s*[百千万]?\s*(?:元|万|块钱)|\d\s*(?:yuan|rmb|cny)|cny\s*\d/i
const PROMISE =
  /(?:我|本人).{0,6}(?:会|将|愿意|愿|一定|保证|承诺|答应|争取).{0,10}(?:还款|还清|还上|偿还|归还|付清|付款|还钱|还)|\bI\s+(?:will|shall|promise to|agree to)\s+(?:\w+\s+)?(?:pay|repay|settle)/i
/** A complaint is not a price: neither relief for withdrawing it, nor withdrawing it for relief. */
const TRADE =
  /减免|免息|免除|打折|停息|挂账|减息|撤诉|撤回(?:本)?(?:投诉|举报|报案)|撤销(?:投诉|举报)|waive|discount|withdraw(?:ing)?\s+(?:the|my|this)\s+(?:complaint|report)/i
/** Whether somebody broke the law is for others to say. */
const VERDICT = /违法|犯法|犯罪|黑社会|黑恶|诈骗犯|\b(?:illegal|criminal|unlawful)\b/i
const INSULT =
  /流氓|畜生|人渣|混蛋|混账|王八|狗东西|不要脸|去死|傻[逼bB]|垃圾(?:公司|机构|平台|人)|\b(?:scum|bastards?|idiots?|thugs?|crooks?)\b/i
const THREAT =
  /(?:否则|不然|要不).{0,10}(?:曝光|投诉|举报|起诉|上门|找媒体|闹)|(?:网上|全网|公开)曝光|or\s+else|otherwise\s+I(?:\s+will|'ll)\s+(?:expose|report|sue|complain)/i

/** What others said stands in quotation marks and is told as it was. */
const QUOTED = /“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"/g

/** What stands out in the words of the writer. Sums are looked for in quotations too: they are on the paper all the same. */
export function ownWordsProblems(text: string): readonly OwnWordsProblem[] {
  const own = text.replace(QUOTED, ' ')
  const found: readonly (readonly [OwnWordsProblem, boolean])[] = [
    ['money', MONEY.test(text)],
    ['promise', PROMISE.test(own)],
    ['trade', TRADE.test(own)],
    ['verdict', VERDICT.test(own)],
    ['insult', INSULT.test(own)],
    ['threat', THREAT.test(own)],
  ]
  return found.flatMap(([code, isSo]) => (isSo ? [code] : []))
}
