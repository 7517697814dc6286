/** Whether what was typed is safe: `unsaved` for a moment, `failing` while it cannot be brought to the server. */
export type Keeping =
  | { is: 'kept'; at: string | null }
  | { is: 'unsaved' }
  | { is: 'failing'; why: 'offline' | 'signed-out' }

/** Refused: the home is no longer theirs. The text is kept all the same, unless there is no such home. */
export type SaveAnswer = { ok: true; savedAt: string } | { ok: false; reason: string; by: string | null }
export type Saved = SaveAnswer | 'offline' | 'signed-out'
export type Save = (isLeaving: boolean) => Promise<Saved>

const quietMs = 1_000
const longestMs = 2_500
const retryMs = 4_000

type Say = { keeping: (state: Keeping) => void; refused: (reason: string, by: string | null) => void }

/**
 * Brings what was typed to the server: a second after the last key, and never more than two and a half after the first
 * that was not saved. One save at a time, so that an older one never lands on a newer. What fails is tried again.
 */
export function keepDraft(save: Save, say: Say, savedAt: string | null) {
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
      say.keeping({ is: 'failing', why: answer })
      return plan(retryMs)
    }
    if (!answer.ok) {
      say.keeping({ is: 'kept', at: lastSavedAt })
      return say.refused(answer.reason, answer.by)
    }
    lastSavedAt = answer.savedAt
    if (isDirty) plan(quietMs)
    else say.keeping({ is: 'kept', at: lastSavedAt })
  }
  return {
    touch() {
      if (!isDirty) dirtySince = Date.now()
      isDirty = true
      say.keeping({ is: 'unsaved' })
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
