import { useFetcher, useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useToast } from '#app/ui/toast.tsx'
import type { ContactClaim, NoContact } from '../claim-contact.server.ts'
import { type QueueWords, useQueueWords } from '../queue-words.ts'

type Answer = ContactClaim | NoContact

// One for the whole page: a row may be gone from it before its answer is there.
const key = 'claim'

/** A form that takes a contact in hand; what came of it is told by `useClaimAnswer`. */
export function useClaimForm(action: string) {
  const { Form, state, formAction } = useFetcher<Answer>({ key })
  return { Form, isPending: state !== 'idle' && formAction === action }
}

/** Opens what was taken, or says who was first. Once a page. */
export function useClaimAnswer() {
  const words = useQueueWords()
  const toast = useToast()
  const navigate = useNavigate()
  const { data, state } = useFetcher<Answer>({ key })
  const heard = useRef<Answer | undefined>(undefined)
  useEffect(() => {
    if (state !== 'idle' || !data || heard.current === data) return
    heard.current = data
    if (data.ok) navigate(`/contacts/${data.contactId}`)
    else toast({ text: refusalText(words, data), tone: 'attention' })
  }, [data, state, words, toast, navigate])
}

export function refusalText({ answers }: QueueWords, { reason, by }: { reason: string; by: string | null }): string {
  if (reason === 'taken') return by ? answers.taken(by) : answers.takenBySomebody
  if (reason === 'nobody-waits' || reason === 'not-found' || reason === 'has-another' || reason === 'finished')
    return answers[reason]
  return answers.failed
}
