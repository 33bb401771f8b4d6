import { afterAll } from 'vitest'

/** Prints how many published cases a file checks and how many do not apply, with the reason, after its tests ran. */
export function printTally(name: string, applicable: number, notApplicable: Readonly<Record<string, number>>): void {
  afterAll(() => {
    const skipped = Object.entries(notApplicable).map(([reason, count]) => `${count} ${reason}`)
    console.info(`oracle ${name}: ${applicable} checked; not applicable: ${skipped.join('; ') || 'none'}`)
  })
}
