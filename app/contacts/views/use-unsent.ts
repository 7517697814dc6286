import { useBeforeUnload } from '@remix-run/react'
import { useCallback } from 'react'
import { useToast } from '#app/ui/toast.tsx'
import { unsentIn } from '../unsent.ts'
import { useWords } from '../words.ts'

const unsentField = () => unsentIn(document.forms) as (HTMLElement & ReturnType<typeof unsentIn>) | null

/**
 * Nobody leaves a contact with words in the form of a step that are not sent: a reload asks first. What it gives shows them, before
 * the record is saved, and says whether there were any.
 */
export function useUnsent(): () => boolean {
  const words = useWords()
  const toast = useToast()
  useBeforeUnload(
    useCallback((event) => {
      if (unsentField()) event.preventDefault()
    }, []),
  )
  return useCallback(() => {
    const field = unsentField()
    if (!field) return false
    field.closest('details')?.setAttribute('open', '')
    field.focus()
    toast({ text: words.unsent, tone: 'attention' })
    return true
  }, [toast, words])
}
