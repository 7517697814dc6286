import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Autosave, type DraftState, type Saved } from '#app/claims/views/autosave.ts'
import { endings } from '#app/claims/views/post.ts'

const at = '2026-11-22T09:41:00.000Z'

function anAutosave(answer: () => Saved | Promise<Saved> = () => ({ ok: true, savedAt: at })) {
  const states: DraftState[] = []
  const saves: boolean[] = []
  const bases: (string | null)[] = []
  const refusals: (string | null)[] = []
  const autosave = new Autosave(
    async ({ isLeaving, basedOn }) => {
      saves.push(isLeaving)
      bases.push(basedOn)
      return answer()
    },
    { state: (draft) => states.push(draft), refused: (by) => refusals.push(by) },
    null,
  )
  return { autosave, states, saves, bases, refusals }
}

describe('keeping what is typed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('saves a second after the last key and says so', async () => {
    const { autosave, saves, states } = anAutosave()
    autosave.touch()
    await vi.advanceTimersByTimeAsync(900)
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(saves).toEqual([false])
    expect(states.at(-1)).toEqual({ is: 'saved', at })
  })

  test('somebody who types on and on is saved within three seconds of the first key', async () => {
    const { autosave, saves } = anAutosave()
    for (let typed = 0; typed < 10; typed++) {
      autosave.touch()
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(saves.length).toBeGreaterThanOrEqual(1)
  })

  test('what fails is tried again until it is there', async () => {
    const answers: Saved[] = ['offline', 'signed-out', { ok: true, savedAt: at }]
    const { autosave, saves, states } = anAutosave(() => answers.shift() ?? { ok: true, savedAt: at })
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(states.at(-1)).toEqual({ is: 'failing', why: 'offline' })
    await vi.advanceTimersByTimeAsync(4_100)
    expect(states.at(-1)).toEqual({ is: 'failing', why: 'signed-out' })
    await vi.advanceTimersByTimeAsync(4_100)
    expect(states.at(-1)).toEqual({ is: 'saved', at })
    expect(saves.length).toBe(3)
  })

  test.each(endings)('who may not save any more is not asked for it again: %s', async (why) => {
    const answers: Saved[] = [{ ok: true, savedAt: at }]
    const { autosave, saves, states } = anAutosave(() => answers.shift() ?? why)
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1_100)
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(states.at(-1)).toEqual({ is: 'ended', why, at })
    autosave.touch()
    autosave.leave()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saves).toEqual([false, false])
    expect(states.at(-1)).toEqual({ is: 'ended', why, at })
    expect(await autosave.keep()).toBe(false)
  })

  test('who hears of it before typing is not asked for it at all, and who is let in again goes on', async () => {
    const { autosave, saves, states } = anAutosave()
    autosave.allow()
    expect(states).toEqual([])
    autosave.end('access-ended')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(10_000)
    expect([saves, states.at(-1)]).toEqual([[], { is: 'ended', why: 'access-ended', at: null }])
    autosave.allow()
    await vi.advanceTimersByTimeAsync(0)
    expect([saves, states.at(-1)]).toEqual([[false], { is: 'saved', at }])
  })

  test('who was away while it ended is asked once more when the page is taken up', async () => {
    const answers: Saved[] = ['no-right', { ok: true, savedAt: at }]
    const { autosave, saves, states } = anAutosave(() => answers.shift() ?? 'no-right')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1_100)
    autosave.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect([saves, states.at(-1)]).toEqual([[false, false], { is: 'saved', at }])
  })

  test('an older save never lands on a newer: one at a time', async () => {
    let running = 0
    let most = 0
    const { autosave, saves } = anAutosave(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1_800))
      running -= 1
      return { ok: true, savedAt: at }
    })
    for (let typed = 0; typed < 8; typed++) {
      autosave.touch()
      await vi.advanceTimersByTimeAsync(1_100)
    }
    await vi.advanceTimersByTimeAsync(10_000)
    expect(most).toBe(1)
    expect(saves.length).toBeGreaterThan(2)
  })

  test('a page that closes saves at once, and only when something was typed', async () => {
    const { autosave, saves } = anAutosave()
    autosave.leave()
    await vi.advanceTimersByTimeAsync(10)
    expect(saves).toEqual([])
    autosave.touch()
    autosave.leave()
    await vi.advanceTimersByTimeAsync(10)
    expect(saves).toEqual([true])
  })

  test('nothing is saved while the outcome is being sent, and what was typed is saved when that was refused', async () => {
    const { autosave, saves } = anAutosave()
    autosave.touch()
    await autosave.pause()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saves).toEqual([])
    autosave.resume()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(saves).toEqual([false])
  })

  test('a refusal is passed on and not tried again', async () => {
    const { autosave, saves, refusals } = anAutosave(() => ({ ok: false, reason: 'claimed-by-other', by: 'Joost' }))
    autosave.touch()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(refusals).toEqual(['Joost'])
    expect(saves.length).toBe(1)
  })

  test('a text of another screen is not kept over: it is shown until somebody chooses, and then what was typed here is kept', async () => {
    const other = { draftFields: { notes: ['De andere'] }, savedAt: '2026-11-22T09:42:00.000Z' }
    const answers: Saved[] = [{ ok: false, reason: 'other-text', other }]
    const { autosave, states, bases } = anAutosave(() => answers.shift() ?? { ok: true, savedAt: at })
    autosave.touch()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(states.at(-1)).toEqual({ is: 'other-text', other })
    expect(autosave.savedAt).toBeNull()
    autosave.keepOwn()
    await vi.advanceTimersByTimeAsync(10)
    expect(states.at(-1)).toEqual({ is: 'saved', at })
    expect(bases).toEqual([null, other.savedAt])
  })

  test('both texts are kept beside each other in one save, after which nothing of this page is saved', async () => {
    const other = { draftFields: { notes: ['Beide'] }, savedAt: at }
    const { autosave, saves } = anAutosave(() => ({ ok: false, reason: 'other-text', other }))
    autosave.touch()
    expect(await autosave.keepBoth()).toBe(true)
    autosave.leave()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(saves).toEqual([true])
  })

  test('both texts that could not be kept are still to be chosen between, and are tried again', async () => {
    const answers: Saved[] = ['offline', { ok: true, savedAt: at }]
    const { autosave, states } = anAutosave(() => answers.shift() ?? 'offline')
    autosave.touch()
    expect(await autosave.keepBoth()).toBe(false)
    expect(states.at(-1)).toEqual({ is: 'failing', why: 'offline' })
    await vi.advanceTimersByTimeAsync(4_100)
    expect(states.at(-1)).toEqual({ is: 'saved', at })
  })
})
