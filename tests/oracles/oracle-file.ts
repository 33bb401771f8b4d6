import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'vitest'

const SHARED_DIR = process.env['SHARED_DIR'] ?? resolve(import.meta.dirname, '../../../shared')

/** Reads a file of published vectors; when it is not there says so loudly and leaves a skipped test with that name. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the file's shape, as JSON has none
export function oracleFile<T>(name: string): T | null {
  const path = resolve(SHARED_DIR, 'oracles', name)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T
  console.warn(`\n!!! ORACLE ABSENT: ${path} — its published vectors are NOT checked in this run (set SHARED_DIR)\n`)
  test.skip(`ORACLE ABSENT: ${name} was not found, its vectors are not checked`, () => undefined)
  return null
}
