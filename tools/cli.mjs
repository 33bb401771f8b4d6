/** `npm run -s cli -- …`: builds when needed (silently: standard output belongs to the answer), then runs the headless shell. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './install.mjs'
import { ensureBuilt } from './build.mjs'

ensureBuilt({ quiet: true })
const result = spawnSync(process.execPath, [join(ROOT, 'out', 'main', 'cli.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
