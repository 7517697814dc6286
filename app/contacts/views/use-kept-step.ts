import { useCallback, useRef } from 'react'
import { useToast } from '#app/ui/toast.tsx'
import { markSent, notesWith } from '../unsent.ts'
import { useWords } from '../words.ts'

/** The form in which what is said of a contact is written and kept. */
export const recordFormId = 'record'

/**
 * For the form of a step. What is typed in it and not sent goes to the notes, which are kept, when the step leaves the page: the
 * caller is found, another question comes, or a colleague has the contact now.
 */
export function useKeptStep(): (step: HTMLFormElement | null) => void {
  const words = useWords()
  const toast = useToast()
  const there = useRef<HTMLFormElement | null>(null)
  const tell = useRef(() => {})
  tell.current = () => toast({ text: words.unsentToNotes, tone: 'attention' })
  return useCallback((step) => {
    // Told of its going while it and the notes still stand there.
    if (step === null && there.current && toNotes(there.current)) tell.current()
    there.current = step
  }, [])
}

function toNotes(step: HTMLFormElement): boolean {
  const record = document.getElementById(recordFormId)
  const notes = record instanceof HTMLFormElement ? record.elements.namedItem('notes') : null
  if (!(record instanceof HTMLFormElement && notes instanceof HTMLTextAreaElement)) return false
  const both = notesWith(notes.value, step)
  markSent(step)
  if (both === null) return false
  notes.value = both
  record.dispatchEvent(new Event('input'))
  return true
}
