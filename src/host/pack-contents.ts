import complaintsEn from '#resources/complaints/en.json'
import complaintsZhCN from '#resources/complaints/zh-CN.json'
import evidenceEn from '#resources/evidence/en.json'
import evidenceZhCN from '#resources/evidence/zh-CN.json'
import contactsEn from '#i18n/en/contacts.json'
import contactsZhCN from '#i18n/zh-CN/contacts.json'
import rightsEn from '#i18n/en/rights.json'
import rightsZhCN from '#i18n/zh-CN/rights.json'
import { packContents } from '#domain/evidence/pack-contents'
import type { PackServiceParts } from '#services/evidence/pack-service'

const WORDS = {
  'zh-CN': {
    words: evidenceZhCN,
    complaint: {
      ...complaintsZhCN,
      channel: contactsZhCN.channel,
      nature: rightsZhCN.nature,
      confidence: rightsZhCN.confidence,
    },
  },
  en: {
    words: evidenceEn,
    complaint: {
      ...complaintsEn,
      channel: contactsEn.channel,
      nature: rightsEn.nature,
      confidence: rightsEn.confidence,
    },
  },
}

/** What a pack holds, in the words of its language. */
export const packContentsIn: PackServiceParts['contents'] = (input) => {
  const { words, complaint } = WORDS[input.language]
  return { ...packContents({ ...input, words, complaint }), indexName: words.file.index, sheetName: words.file.sheet }
}
