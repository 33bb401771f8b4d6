import { expect, test } from 'vitest'
import type { Client } from '#contract/client'
import { watchActivity } from '../../../src/renderer/shell/activity'

class Desk {
  nowMs = 0
  readonly page = new EventTarget()
  readonly told: { readonly name: string; readonly input: unknown }[] = []
  readonly stop: () => void

  constructor() {
    const client = {
      call: (name: string, input: unknown) => {
        this.told.push({ name, input })
        return Promise.resolve({ ok: true, value: {} })
      },
    } as Client
    this.stop = watchActivity(client, this.page, () => this.nowMs)
  }
}

/** A move of the pointer to a place of the screen. */
const moveTo = (screenX: number, screenY: number): Event =>
  Object.assign(new Event('pointermove'), { screenX, screenY })

test('what a person does is told as one touch, without what it was', () => {
  for (const sign of ['pointerdown', 'keydown', 'wheel']) {
    const desk = new Desk()
    desk.page.dispatchEvent(new Event(sign))
    expect(desk.told).toEqual([{ name: 'vault.touch', input: {} }])
  }
})

test('a pointer that moves is told; one that rests is not, whatever the browser sends when windows come and go over it', () => {
  const desk = new Desk()
  for (let event = 0; event < 5; event += 1) desk.page.dispatchEvent(moveTo(300, 200))
  expect(desk.told).toEqual([])
  desk.page.dispatchEvent(moveTo(301, 200))
  expect(desk.told).toHaveLength(1)
})

test('an hour of moving is told often enough for five minutes to be right within five seconds, and no more', () => {
  const desk = new Desk()
  for (; desk.nowMs < 3_600_000; desk.nowMs += 16) desk.page.dispatchEvent(moveTo(desk.nowMs % 640, 200))
  expect(desk.told.length).toBeLessThanOrEqual(900)
  expect(desk.told.length).toBeGreaterThan(3_600 / 5)
})

test('what no person does is not told, nor anything once it was stopped', () => {
  const desk = new Desk()
  for (const event of ['scroll', 'focus', 'visibilitychange', 'load']) desk.page.dispatchEvent(new Event(event))
  desk.stop()
  desk.page.dispatchEvent(new Event('keydown'))
  expect(desk.told).toEqual([])
})
