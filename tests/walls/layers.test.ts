import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions } from 'dependency-cruiser'
import { ESLint } from 'eslint'
import { afterAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const scratch = mkdtempSync(join(tmpdir(), 'walls-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** The broken rules of a small tree laid out like ours. */
async function violations(files: Record<string, string>): Promise<string[]> {
  const base = mkdtempSync(join(scratch, 'tree-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  const { default: config } = (await import('../../.dependency-cruiser.mjs')) as {
    default: { forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden']; options: ICruiseOptions }
  }
  const options = { ...config.options }
  delete options.tsConfig
  const result = await cruise(['src'], {
    ...options,
    baseDir: base,
    validate: true,
    ruleSet: { forbidden: config.forbidden ?? [] },
  })
  if (typeof result.output === 'string') throw new Error(result.output)
  return [...new Set(result.output.summary.violations.map((violation) => violation.rule.name))].sort()
}

it('lets a layer import what stands below it', async () => {
  const rules = await violations({
    'src/domain/a.ts': 'export const a = 1\n',
    'src/services/b.ts': "export { a } from '../domain/a'\n",
  })
  expect(rules).toEqual([])
})

it('refuses an import that points up', async () => {
  const rules = await violations({
    'src/services/b.ts': 'export const b = 1\n',
    'src/domain/a.ts': "export { b } from '../services/b'\n",
  })
  expect(rules).toContain('domain-layers')
})

it('refuses Node in the domain and services in the page', async () => {
  const rules = await violations({
    'src/domain/a.ts': "export { readFileSync } from 'node:fs'\n",
    'src/services/b.ts': 'export const b = 1\n',
    'src/renderer/c.ts': "export { b } from '../services/b'\n",
  })
  expect(rules).toContain('domain-no-node')
  expect(rules).toContain('renderer-layers')
})

it('refuses a circle', async () => {
  const rules = await violations({
    'src/domain/a.ts': "import { b } from './b'\nexport const a = (): unknown => b\n",
    'src/domain/b.ts': "import { a } from './a'\nexport const b = (): unknown => a\n",
  })
  expect(rules).toContain('no-cycles')
})

it('refuses a clock in the domain, electron outside its two folders, and words in a component', async () => {
  const eslint = new ESLint({ cwd: root })
  const messages = async (text: string, file: string): Promise<string[]> => {
    const [result] = await eslint.lintText(text, { filePath: join(root, file) })
    return (result?.messages ?? []).map((message) => message.message)
  }
  expect(await messages('export const now = (): number => Date.now()\n', 'src/domain/result.ts')).toContain(
    'Time is an argument (today: LocalDate).',
  )
  expect((await messages("import 'electron'\n", 'src/domain/result.ts')).join(' ')).toContain(
    'Only src/main and src/preload',
  )
  expect(await messages('export const A = () => <p>Words</p>\n', 'src/renderer/main.tsx')).toContain(
    'No words in components: use t() with a key of src/i18n.',
  )
})
