import type { LetterPaper } from '#domain/letter/blocks'

/** A short letter with what breaks careless printing: Chinese, quotes and what looks like markup. */
export const PAPER: LetterPaper = {
  language: 'zh-CN',
  footer: '第 {page} 页 / 共 {pages} 页',
  blocks: [
    { type: 'title', text: '还款协商申请书' },
    { type: 'addressee', text: '致：某某消费金融有限公司' },
    { type: 'paragraph', text: '本人因收入下降，申请重新安排还款。<b>不是标记</b> & “引号”', indent: true },
  ],
}
