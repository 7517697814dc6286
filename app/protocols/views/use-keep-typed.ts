import { useBeforeUnload, useBlocker } from '@remix-run/react'
import { type MutableRefObject, type RefObject, useCallback, useEffect } from 'react'

/** Whoever goes elsewhere with something typed in the form saves it first, and then goes there: its field `next` says where. */
export function useKeepTyped(form: RefObject<HTMLFormElement | null>, isTyped: MutableRefObject<boolean>) {
  const blocker = useBlocker(() => isTyped.current === true && form.current !== null)
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const { pathname, search } = blocker.location
    blocker.reset()
    const next = form.current?.elements.namedItem('next')
    if (next instanceof HTMLInputElement) next.value = `${pathname}${search}`
    form.current?.requestSubmit()
  }, [blocker, form])
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isTyped.current) event.preventDefault()
      },
      [isTyped],
    ),
  )
}
