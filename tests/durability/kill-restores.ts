import { HostDriver } from './host-driver'
import type { Acknowledged } from './kill-activities'
import type { Activity } from './kill-lab'

interface Restores extends Acknowledged {
  /** The figures that may be found: the acknowledged one, and while something runs the next one as well. */
  figures: readonly number[]
  /** The last acknowledged backup, and the figure in it. */
  backup: { readonly name: string; readonly figure: number } | null
}

interface State {
  readonly backups: readonly { readonly name: string }[]
}

/** Backs up, writes something else, restores, over and over; each backup acknowledged must open after every kill. */
export const restoring = (): Activity<Restores> => ({
  name: 'backups and restores',
  withinMs: 300,
  prepare: () => Promise.resolve({ acknowledged: 0, lost: 0, revision: 0, figures: [0], backup: null }),
  async open(dataDir, state) {
    const host = await HostDriver.opened(dataDir)
    const { document } = await host.good<{ document: { budget: { cashNowFen: number } } }>('case.get', {})
    const figure = document.budget.cashNowFen
    if (!state.figures.includes(figure)) state.lost += 1
    state.figures = [figure]
    if (state.backup) {
      const place = { in: 'vault', name: state.backup.name }
      const reply = await host.call('backups.preview', { place, key: null })
      if (!reply.ok) state.lost += 1
    }
    return host
  },
  async act(host, state) {
    const save = async (figure: number): Promise<void> => {
      state.figures = [...state.figures, figure]
      const budget = { lines: [], cashNowFen: figure, reserveFen: 0 }
      await host.good('budget.save', { expectedRevision: await host.revision(), budget })
      state.figures = [figure]
    }
    for (let figure = (state.figures[0] ?? 0) + 1; ; figure += 2) {
      await save(figure)
      const { backups } = await host.good<State>('backups.make', {})
      const name = backups[0]?.name ?? ''
      state.backup = { name, figure }
      await save(figure + 1)
      state.figures = [figure + 1, figure]
      const place = { in: 'vault', name }
      await host.good('backups.restore', { expectedRevision: await host.revision(), place, key: null })
      state.figures = [figure]
      state.acknowledged += 1
      const old = (await host.good<State>('backups.state', {})).backups.map((each) => each.name)
      const names = old.filter((each) => each !== name)
      if (names.length > 4) await host.good('backups.remove', { names })
    }
  },
})
