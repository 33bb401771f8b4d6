import type { Sentence } from './complaint-words'

type Words<K extends string> = Readonly<Record<K, string>>

/** 亲友情况说明: a form to fill in by hand. */
export interface WitnessWords {
  readonly title: string
  readonly use: string
  readonly heading: Words<'who' | 'limits' | 'statement' | 'basis'>
  readonly facts: Words<'name' | 'phone' | 'relation' | 'address'>
  readonly recordsTitle: string
  /** The lines of one contact, with room to write. */
  readonly record: readonly string[]
  readonly statement: readonly Sentence[]
  readonly limits: readonly Sentence[]
  readonly signer: string
  readonly date: string
}

/** 接电话卡片: what to say, ask and write down. */
export interface CardWords {
  readonly title: string
  readonly heading: Words<'say' | 'ask' | 'notNow' | 'others' | 'danger' | 'after' | 'basis'>
  readonly say: string
  readonly ask: readonly string[]
  readonly notNow: readonly Sentence[]
  readonly others: readonly Sentence[]
  readonly danger: readonly Sentence[]
  readonly after: readonly Sentence[]
  readonly recordTitle: string
  readonly record: readonly string[]
}

/** 联系方式与时段告知书: to the institution. */
export interface NoticeWords {
  readonly title: string
  readonly addressee: string
  readonly opening: string
  readonly items: readonly Sentence[]
  readonly orEmail: string
  readonly reply: string
  readonly reservation: string
  readonly heading: Words<'basis'>
  readonly facts: Words<'name' | 'phone'>
  readonly signer: string
}
