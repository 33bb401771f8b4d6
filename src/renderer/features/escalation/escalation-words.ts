import complaintsEn from '#resources/complaints/en.json'
import complaintsZhCN from '#resources/complaints/zh-CN.json'
import channelData from '#resources/channels.json'
import contactsEn from '#i18n/en/contacts.json'
import contactsZhCN from '#i18n/zh-CN/contacts.json'
import rightsEn from '#i18n/en/rights.json'
import rightsZhCN from '#i18n/zh-CN/rights.json'
import type { OfficialChannel } from '#domain/escalation/channel'
import type { ComplaintWords } from '#domain/escalation/papers/complaint-words'

const joined = (
  complaints: typeof complaintsZhCN,
  { channel }: Pick<typeof contactsZhCN, 'channel'>,
  { nature, confidence }: Pick<typeof rightsZhCN, 'nature' | 'confidence'>,
): ComplaintWords => ({ ...complaints, channel, nature, confidence })

const WORDS = {
  'zh-CN': joined(complaintsZhCN, contactsZhCN, rightsZhCN),
  en: joined(complaintsEn, contactsEn, rightsEn),
}

/** The words of complaints, with those the page uses for the same things. */
export const complaintWordsOf = (language: 'zh-CN' | 'en'): ComplaintWords => WORDS[language]

/** Data of the build, not input: `tests/resources/channels.test.ts` reads the same file through a strict schema. */
export const officialChannels = channelData as unknown as readonly OfficialChannel[]
