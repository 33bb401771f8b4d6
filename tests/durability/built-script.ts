import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Bundles a TypeScript file into one that plain Node can fork, and says how to throw it away. */
export async function builtScript(source: string): Promise<{ readonly path: string; remove(): void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'script-'))
  await build({
    logLevel: 'error',
    configFile: false,
    // Everything inside: the script lies where no node_modules is.
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  })
  return { path: join(outDir, 'script.mjs'), remove: () => rmSync(outDir, { recursive: true }) }
}
