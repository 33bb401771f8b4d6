import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Bundles a TypeScript file into one that plain Node can fork, and says how to throw it away. `replacing` puts another
 * module in the place of an import.
 */
export async function builtScript(
  source: string,
  replacing: Readonly<Record<string, string>> = {},
): Promise<{ readonly path: string; remove(): void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'script-'))
  await build({
    logLevel: 'error',
    configFile: false,
    // Everything inside: the script lies where no node_modules is.
    resolve: { alias: replacing },
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
