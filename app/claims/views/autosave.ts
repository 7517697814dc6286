import type { DraftSaved } from '../drafts.server.ts'

/** Whether what was typed is safe: `unsaved` for a moment, `failing` while it cannot be brought to the server. */
export type DraftState =
  | { is: 'kept'; at: string | null }
  | { is: 'unsaved' }
  | { is: 'failing'; why: 'offline' | 'signed-out' }

/** Refused: the row is no longer theirs. The text is kept all the same, unless it never was. */
export type Saved = DraftSaved | 'offline' | 'signed-out'
type Save = (isLeaving: boolean) => Promise<Saved>

const quietMs = 1_000
const longestMs = 2_500
const retryMs = 4_000

type Tell = { state: (draft: DraftState) => void; refused: (by: string | null) => void }
export type Autosave = ReturnType<typeof startAutosave>

/**
 * Brings what was typed to the server: a second after the last key, and never more than two and a half after the first
 * that was not saved. One save at a time, so that an older one never lands on a newer. What fails is tried again.
 */
export function startAutosave(save: Save, tell: Tell, savedAt: string | null) {
  let isDirty = false
  let isStopped = false
  let dirtySince = 0
  let lastSavedAt = savedAt
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const plan = (ms: number) => {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void push(), ms)
  }
  async function push(isLeaving = false): Promise<void> {
    clearTimeout(timer)
    if (running && !isLeaving) return running.then(() => (isDirty ? push() : undefined))
    if (!isDirty || isStopped) return
    isDirty = false
    running = save(isLeaving).then(settle)
    await running
    running = null
  }
  function settle(answer: Saved) {
    if (typeof answer === 'string') {
      isDirty = true
      tell.state({ is: 'failing', why: answer })
      return plan(retryMs)
    }
    if (!answer.ok) {
      tell.state({ is: 'kept', at: lastSavedAt })
      return tell.refused(answer.by)
    }
    lastSavedAt = answer.savedAt
    if (isDirty) plan(quietMs)
    else tell.state({ is: 'kept', at: lastSavedAt })
  }
  return {
    touch() {
      if (!isDirty) dirtySince = Date.now()
      isDirty = true
      tell.state({ is: 'unsaved' })
      plan(Math.max(0, Math.min(quietMs, dirtySince + longestMs - Date.now())))
    },
    /** Now, for a page that may be closed in a moment. */
    leave: () => void push(true),
    retry: () => void (isDirty && push()),
    /** Waits for the save that is under way; nothing is saved after it until `resume`. */
    async pause() {
      clearTimeout(timer)
      await running
      clearTimeout(timer)
      isStopped = true
    },
    resume() {
      isStopped = false
      if (isDirty) plan(quietMs)
    },
  }
}
