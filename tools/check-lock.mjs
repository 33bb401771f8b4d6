/**
 * The lock must be complete: npm writes a lock without the platform bindings a registry lacks, and `npm ci` then fails on
 * a clean machine. Also: exact versions only.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './install.mjs'

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const problems = []

const lookup = (from, name) => {
  for (let base = from; ; base = base.slice(0, base.lastIndexOf('/node_modules/'))) {
    const path = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`
    if (lock.packages[path]) return true
    if (base === '' || !base.includes('/node_modules/'))
      return base !== '' && Boolean(lock.packages[`node_modules/${name}`])
  }
}

for (const [path, entry] of Object.entries(lock.packages))
  for (const name of Object.keys(entry.optionalDependencies ?? {}))
    if (!lookup(path, name))
      problems.push(`${path || 'the project'}: optional dependency ${name} has no entry in the lock`)

for (const group of ['dependencies', 'devDependencies'])
  for (const [name, version] of Object.entries(manifest[group] ?? {}))
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`${name}: ${version} is not an exact version`)

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
