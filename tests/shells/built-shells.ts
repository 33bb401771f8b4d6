import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = process.cwd()

/** The shells as built into `out/`, in a folder of their own and with the fake host in the place of ours. */
export async function builtShells(): Promise<{ readonly folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'shells-'))
  cpSync(join(ROOT, 'out'), join(folder, 'out'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  await build({
    logLevel: 'error',
    configFile: false,
    build: {
      ssr: join(ROOT, 'tests/shells/fake-host.ts'),
      outDir: join(folder, 'out', 'main'),
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'host.cjs' } },
    },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
