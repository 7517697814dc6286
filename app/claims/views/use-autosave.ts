import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useConnection } from '#app/ui/live.tsx'
import { draftFieldsIn } from '../draft-fields.ts'
import type { DraftSaved } from '../drafts.server.ts'
import { Autosave, type DraftState } from './autosave.ts'
import { post } from './post.ts'

type Options = {
  form: RefObject<HTMLFormElement | null>
  to: string
  savedAt: string | null
  /** With the name of who has the row now. */
  onRefused: (by: string | null) => void
}

/** Keeps what is typed in the form: while typing, when the page is hidden or closed, and when it goes elsewhere. */
export function useAutosave({ form, to, savedAt, onRefused }: Options) {
  const [draft, setDraft] = useState<DraftState>({ is: 'saved', at: savedAt })
  // What the form began with: when the page is read anew, its fields stay as they are.
  const [openedWith] = useState(savedAt)
  const refused = useRef(onRefused)
  refused.current = onRefused
  const autosave = useMemo(() => {
    const save = async ({ isLeaving, basedOn }: { isLeaving: boolean; basedOn: string | null }) => {
      if (!form.current) return { ok: false, reason: 'not-found', by: null } as const
      const body = new FormData(form.current)
      body.set('basedOn', basedOn ?? '')
      if (isLeaving) body.set('isLeaving', 'on')
      const answer = await post<DraftSaved>(to, body, isLeaving)
      return 'got' in answer ? answer.got : answer.failed
    }
    return new Autosave(save, { state: setDraft, refused: (by) => refused.current(by) }, openedWith)
  }, [form, to, openedWith])

  useEffect(() => {
    const element = form.current
    if (!element) return
    // Typed before the script had come.
    if (JSON.stringify(draftFieldsIn(new FormData(element))) !== JSON.stringify(fieldsAtFirst(element)))
      autosave.touch()
    const touch = () => autosave.touch()
    element.addEventListener('input', touch)
    return () => {
      element.removeEventListener('input', touch)
      autosave.leave()
    }
  }, [form, autosave])
  useSavesWithPage(autosave)
  useEndsWithAccess(autosave)
  return { draft, autosave }
}

/** Saves when the page is hidden or closed, and tries again when it is in use or connected once more. */
function useSavesWithPage(autosave: Autosave) {
  useEffect(() => {
    const leave = () => autosave.leave()
    const retry = () => autosave.retry()
    const turn = () => (document.visibilityState === 'hidden' ? leave() : retry())
    const events: [EventTarget, string, () => void][] = [
      [document, 'visibilitychange', turn],
      [window, 'pagehide', leave],
      [window, 'online', retry],
      [window, 'focus', retry],
    ]
    for (const [target, name, listener] of events) target.addEventListener(name, listener)
    return () => {
      for (const [target, name, listener] of events) target.removeEventListener(name, listener)
    }
  }, [autosave])
}

/** Hears that their access has ended before anything more is typed. */
function useEndsWithAccess(autosave: Autosave) {
  const connection = useConnection()
  useEffect(() => {
    if (connection === 'access-ended') autosave.end('access-ended')
    if (connection === 'connected') autosave.allow()
  }, [connection, autosave])
}

/** What the server had written in the form. */
function fieldsAtFirst(element: HTMLFormElement) {
  const copy = element.cloneNode(true) as HTMLFormElement
  copy.reset()
  return draftFieldsIn(new FormData(copy))
}
