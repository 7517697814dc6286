import type { Draft } from '../draft-store.server.ts'
import type { DraftSaved } from '../drafts.server.ts'
import { type Ended, isEnded, type PostFailure } from './post.ts'

/**
 * Whether what was typed is safe: `unsaved` for a moment, `failing` while it cannot be brought to the server, `other-text`
 * until somebody has chosen between it and what was typed on another screen, `ended` once nothing can be saved by them any
 * more, with when the text was kept last.
 */
export type DraftState =
  | { is: 'saved'; at: string | null }
  | { is: 'unsaved' }
  | { is: 'failing'; why: Exclude<PostFailure, Ended> }
  | { is: 'ended'; why: Ended; at: string | null }
  | { is: 'other-text'; other: Draft }

/** Refused: the row is no longer theirs. The text is kept all the same, unless it never was. */
export type Saved = DraftSaved | PostFailure
/** `basedOn`: when the text was kept that this form began with or kept last. */
type Save = (how: { isLeaving: boolean; basedOn: string | null }) => Promise<Saved>

const quietMs = 1_000
const longestMs = 2_500
const retryMs = 4_000

type Notify = { state: (draft: DraftState) => void; refused: (by: string | null) => void }

/**
 * Brings what was typed to the server: a second after the last key, and never more than two and a half after the first
 * that was not saved. One save at a time, so that an older one never lands on a newer. What fails is tried again. What
 * another screen kept meanwhile is not kept over. Whoever may not save any more is not asked for it again, until the page
 * is taken up anew: they may have been let in again.
 */
export class Autosave {
  readonly #save: Save
  readonly #notify: Notify
  readonly #timer = new SaveTimer(() => void this.#push())
  #savedAt: string | null
  #other: Draft | null = null
  #ended: Ended | null = null
  #isDirty = false
  #dirtySince = 0
  #running: Promise<void> | null = null

  constructor(save: Save, notify: Notify, savedAt: string | null) {
    this.#save = save
    this.#notify = notify
    this.#savedAt = savedAt
  }

  /** Something was typed. */
  touch() {
    if (!this.#isDirty) this.#dirtySince = Date.now()
    this.#isDirty = true
    if (this.#ended) return
    this.#notify.state(this.#other ? { is: 'other-text', other: this.#other } : { is: 'unsaved' })
    this.#timer.set(Math.max(0, Math.min(quietMs, this.#dirtySince + longestMs - Date.now())))
  }

  /** When the text was kept that this form began with or kept last; null when there was none. */
  get savedAt() {
    return this.#savedAt
  }

  /** What was typed here is kept in the place of what was typed on the other screen. */
  keepOwn() {
    this.#savedAt = this.#other?.savedAt ?? this.#savedAt
    this.retry()
  }

  /** What was typed here is kept beside what was typed on the other screen; whether it is. */
  async keepBoth(): Promise<boolean> {
    await this.pause()
    const answer = await this.#save({ isLeaving: true, basedOn: this.#savedAt })
    const isKept = typeof answer !== 'string' && (answer.ok || answer.reason === 'other-text')
    if (isKept) return true
    this.resume()
    this.#settle(answer)
    return false
  }

  /** Now, for a page that may be closed in a moment. */
  leave() {
    void this.#push(true)
  }

  /** Now, for a page that is in use again. */
  retry() {
    if (!this.#isDirty) return
    this.#ended = null
    void this.#push()
  }

  /** They may save again, if they could not. */
  allow() {
    if (!this.#ended) return
    this.#ended = null
    if (this.#isDirty) void this.#push()
    else this.#notify.state({ is: 'saved', at: this.#savedAt })
  }

  /** Nothing can be saved by them any more. */
  end(why: Ended) {
    this.#timer.clear()
    this.#ended = why
    this.#notify.state({ is: 'ended', why, at: this.#savedAt })
  }

  /** Now, for a page that is about to be sent: whether all that was typed is kept. */
  async keep(): Promise<boolean> {
    await this.#push()
    return !this.#isDirty
  }

  /** Waits for the save that is under way; nothing is saved after it until `resume`. */
  async pause() {
    this.#timer.clear()
    await this.#running
    this.#timer.stop()
  }

  resume() {
    this.#timer.allow()
    if (this.#isDirty && !this.#ended) this.#timer.set(quietMs)
  }

  async #push(isLeaving = false): Promise<void> {
    this.#timer.clear()
    if (this.#running && !isLeaving) return this.#running.then(() => (this.#isDirty ? this.#push() : undefined))
    if (!this.#isDirty || this.#ended || this.#timer.isStopped) return
    this.#isDirty = false
    this.#running = this.#save({ isLeaving, basedOn: this.#savedAt }).then((answer) => this.#settle(answer))
    await this.#running
    this.#running = null
  }

  #settle(answer: Saved) {
    if (typeof answer === 'string') {
      this.#isDirty = true
      if (isEnded(answer)) return this.end(answer)
      this.#notify.state({ is: 'failing', why: answer })
      return this.#timer.set(retryMs)
    }
    if (!answer.ok && answer.reason === 'other-text') {
      this.#isDirty = true
      this.#other = answer.other
      return this.#notify.state({ is: 'other-text', other: answer.other })
    }
    this.#other = null
    if (!answer.ok) {
      this.#notify.state({ is: 'saved', at: this.#savedAt })
      return this.#notify.refused(answer.by)
    }
    this.#savedAt = answer.savedAt
    if (this.#isDirty) this.#timer.set(quietMs)
    else this.#notify.state({ is: 'saved', at: this.#savedAt })
  }
}

/** When the next save is: one moment, set anew each time, and none while saving is stopped. */
class SaveTimer {
  readonly #run: () => void
  #timeout: ReturnType<typeof setTimeout> | undefined
  isStopped = false

  constructor(run: () => void) {
    this.#run = run
  }

  set(ms: number) {
    this.clear()
    if (!this.isStopped) this.#timeout = setTimeout(this.#run, ms)
  }

  clear() {
    clearTimeout(this.#timeout)
  }

  stop() {
    this.clear()
    this.isStopped = true
  }

  allow() {
    this.isStopped = false
  }
}
