import { expect, test, vi } from 'vitest'
import { createQueueStore, type QueueEvent } from '#app/contacts/queue-store.ts'
import { ago, aRow } from './a-row.ts'

const snapshot = (...rows: ReturnType<typeof aRow>[]): QueueEvent => ({ is: 'snapshot', rows, operators: [] })
const rows = (changed: ReturnType<typeof aRow>[], gone: string[] = []): QueueEvent => ({
  is: 'rows',
  rows: changed,
  gone,
})
const idsIn = (store: ReturnType<typeof createQueueStore>) => store.get().rows.map(({ id }) => id)

test('all there is, then what comes, changes and goes', () => {
  const store = createQueueStore()
  const [one, two, three] = [1, 2, 3].map((id) => aRow({ id }))
  store.hear(snapshot(one!, two!))
  store.hear(rows([three!, { ...one!, claimant: 'Sem', fence: 1 }], [two!.id]))
  expect(idsIn(store)).toEqual([one!.id, three!.id])
  expect(store.get().rows[0]).toMatchObject({ claimant: 'Sem', fence: 1 })
})

test('the same twice is the same, and what is older than what is known changes nothing', () => {
  const store = createQueueStore()
  const one = aRow({ id: 1, fence: 2, claimant: 'Sem' })
  store.hear(snapshot(one))
  for (let time = 0; time < 2; time++) store.hear(rows([one], ['0190a000-0000-7000-8000-000000000009']))
  store.hear(rows([{ ...one, fence: 1, claimant: 'Yasmin' }]))
  expect(store.get().rows).toEqual([one])
})

test('a contact that was closed is gone, whichever way it is told', () => {
  const store = createQueueStore()
  store.hear(snapshot(aRow({ id: 1 }), aRow({ id: 2 })))
  store.hear(rows([aRow({ id: 1, state: 'closed' })], [aRow({ id: 2 }).id]))
  expect(idsIn(store)).toEqual([])
})

test('what comes before all there is is not shown as if it were everything', () => {
  const store = createQueueStore()
  store.hear(rows([aRow({ id: 7 })]))
  expect(store.get()).toMatchObject({ isComplete: false, rows: [] })
  store.hear(snapshot(aRow({ id: 7 }), aRow({ id: 8 })))
  expect(idsIn(store)).toHaveLength(2)
})

test('after a gap nothing is put over what may be missing, until all is told again', () => {
  const store = createQueueStore()
  store.hear(snapshot(aRow({ id: 1 })))
  store.link('lost')
  store.hear(rows([aRow({ id: 2 })], [aRow({ id: 1 }).id]))
  expect(idsIn(store)).toEqual([aRow({ id: 1 }).id])
  store.link('stream')
  store.hear(snapshot(aRow({ id: 3 })))
  store.hear(rows([aRow({ id: 4 })]))
  expect(idsIn(store)).toEqual([aRow({ id: 3 }).id, aRow({ id: 4 }).id])
})

test('it tells since when a link is as it is, when anything was heard, and how far the clocks are apart', () => {
  let clock = 1_000_000
  const store = createQueueStore(() => clock)
  store.link('stream')
  store.hear(snapshot())
  clock += 5_000
  store.hear({ is: 'beat', at: new Date(clock + 3_000).toISOString(), isWorking: false })
  expect(store.get()).toMatchObject({
    link: 'stream',
    linkSince: 1_000_000,
    heardAt: 1_005_000,
    clockAhead: 3_000,
    isWorking: false,
  })
  clock += 5_000
  store.link('asking')
  store.link('asking')
  expect(store.get()).toMatchObject({ link: 'asking', linkSince: 1_010_000, heardAt: 1_005_000 })
})

test('whoever listens hears each change until they stop', () => {
  const store = createQueueStore()
  const heard = vi.fn()
  const stop = store.subscribe(heard)
  store.hear(snapshot())
  const first = store.get()
  store.hear({ is: 'operators', operators: [{ accountId: 'a', name: 'Sem', presence: 'free', since: ago(1) }] })
  expect(store.get()).not.toBe(first)
  stop()
  store.hear(snapshot())
  expect(heard).toHaveBeenCalledTimes(2)
})

test('two thousand rows, a thousand changes one by one, within a blink each', () => {
  const store = createQueueStore()
  const all = Array.from({ length: 2_000 }, (_, id) => aRow({ id }))
  store.hear(snapshot(...all))
  const started = performance.now()
  for (let id = 0; id < 1_000; id++) store.hear(rows([{ ...all[id]!, fence: 1 }]))
  expect((performance.now() - started) / 1_000).toBeLessThan(5)
  expect(store.get().rows.filter(({ fence }) => fence === 1)).toHaveLength(1_000)
})
