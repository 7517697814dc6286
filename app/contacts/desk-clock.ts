/** What a screen tells its clock: whether its person is at work, and what they have in hand. */
export type ToClock = {
  isThere: boolean
  isFree: boolean
  held: { contactId: string; fence: number } | null
}

/** `tick`: another second. `lost`: what they had in hand is in their hands no more. */
export type FromClock = { is: 'tick' } | { is: 'lost' }

/** The clock, in a thread of its own; gives the way to tell it and to stop it. */
export function startDeskClock(hear: (message: FromClock) => void) {
  const worker = new Worker(new URL('./desk-clock.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<FromClock>) => hear(data)
  return { tell: (message: ToClock) => worker.postMessage(message), stop: () => worker.terminate() }
}
