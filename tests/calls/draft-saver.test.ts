import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Keeping, keepDraft, type Saved } from '#app/calls/views/draft-saver.ts'

const at = '2026-11-22T09:41:00.000Z'

function aKeeper(answer: () => Saved | Promise<Saved> = () => ({ ok: true, savedAt: at })) {
  const states: Keeping[] = []
  const saves: boolean[] = []
  const refusals: string[] = []
  const keeper = keepDraft(
    async (isLeaving) => {
      saves.push(isLeaving)
      return answer()
    },
    { keeping: (state) => states.push(state), refused: (reason) => refusals.push(reason) },
    null,
  )
  return { keeper, states, saves, refusals }
}

describe('keeping what is typed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('saves a second after the last key and says so', async () => {
    const { keeper, saves, states } = aKeeper()
    keeper.touch()
    await vi.advanceTimersByTimeAsync(900)
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(saves).toEqual([false])
    expect(states.at(-1)).toEqual({ is: 'kept', at })
  })

  test('somebody who types on and on is saved within three seconds of the first key', async () => {
    const { keeper, saves } = aKeeper()
    for (let typed = 0; typed < 10; typed++) {
      keeper.touch()
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(saves.length).toBeGreaterThanOrEqual(1)
  })

  test('what fails is tried again until it is there', async () => {
    const answers: Saved[] = ['offline', 'signed-out', { ok: true, savedAt: at }]
    const { keeper, saves, states } = aKeeper(() => answers.shift() ?? { ok: true, savedAt: at })
    keeper.touch()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(states.at(-1)).toEqual({ is: 'failing', why: 'offline' })
    await vi.advanceTimersByTimeAsync(4_100)
    expect(states.at(-1)).toEqual({ is: 'failing', why: 'signed-out' })
    await vi.advanceTimersByTimeAsync(4_100)
    expect(states.at(-1)).toEqual({ is: 'kept', at })
    expect(saves.length).toBe(3)
  })

  test('an older save never lands on a newer: one at a time', async () => {
    let running = 0
    let most = 0
    const { keeper, saves } = aKeeper(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1_800))
      running -= 1
      return { ok: true, savedAt: at }
    })
    for (let typed = 0; typed < 8; typed++) {
      keeper.touch()
      await vi.advanceTimersByTimeAsync(1_100)
    }
    await vi.advanceTimersByTimeAsync(10_000)
    expect(most).toBe(1)
    expect(saves.length).toBeGreaterThan(2)
  })

  test('a page that closes saves at once, and only when something was typed', async () => {
    const { keeper, saves } = aKeeper()
    keeper.leave()
    await vi.advanceTimersByTimeAsync(10)
    expect(saves).toEqual([])
    keeper.touch()
    keeper.leave()
    await vi.advanceTimersByTimeAsync(10)
    expect(saves).toEqual([true])
  })

  test('nothing is saved while the outcome is being sent, and what was typed is saved when that was refused', async () => {
    const { keeper, saves } = aKeeper()
    keeper.touch()
    await keeper.pause()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saves).toEqual([])
    keeper.resume()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(saves).toEqual([false])
  })

  test('a refusal is passed on and not tried again', async () => {
    const { keeper, saves, refusals } = aKeeper(() => ({ ok: false, reason: 'held-by-another', by: 'Joost' }))
    keeper.touch()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(refusals).toEqual(['held-by-another'])
    expect(saves.length).toBe(1)
  })
})
