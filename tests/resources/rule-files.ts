import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ruleBookSchema } from '#contract/dto/rules'
import type { RuleBook } from '#domain/rules/rule'

const folder = join(import.meta.dirname, '..', '..', 'resources', 'rules')
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))

/** The book as its files say, unchecked: every file of `resources/rules` that is not the documents or the meta data. */
export const rawRuleBook = (): unknown => ({
  ...(read('meta.json') as object),
  documents: read('documents.json'),
  rules: readdirSync(folder)
    .filter((file) => file !== 'meta.json' && file !== 'documents.json')
    .flatMap((file) => read(file) as unknown[]),
})

/** The book of the release, through the schema. */
export const ruleBook: RuleBook = ruleBookSchema.parse(rawRuleBook())
