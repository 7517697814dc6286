import { useRevalidator } from '@remix-run/react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '#app/claims/views/post.ts'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { useToast } from '#app/ui/toast.tsx'
import type { StepAnswer } from '../contact-steps.server.ts'
import { useWords } from '../words.ts'

type Props = {
  /** Of the contact. */
  path: string
  step: string
  fence?: number
  /** With the sentences of what was refused, by field, and whether it is being sent. */
  children: (form: { errors: Record<string, string>; isBusy: boolean }) => ReactNode
}

/** One step with a contact, sent beside the page: what is typed on it stays, whatever is answered. */
export function StepForm({ path, step, fence, children }: Props) {
  const { errors, isBusy, send } = useStep()
  const to = `${path}/${step}`
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    void send(to, new FormData(event.currentTarget, submitter))
  }
  return (
    <form method="post" action={to} noValidate onSubmit={onSubmit} className="flex min-w-0 flex-col gap-3">
      {fence !== undefined && <input type="hidden" name="fence" value={fence} />}
      {children({ errors, isBusy })}
    </form>
  )
}

function useStep() {
  const words = useWords()
  const toast = useToast()
  const { revalidate } = useRevalidator()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isBusy, setIsBusy] = useState(false)
  const sentence = (code: string) => sentenceOf(words.refusals, code, words.stepFailed)
  const send = async (to: string, body: FormData) => {
    if (isBusy) return
    setIsBusy(true)
    const answer = await post<StepAnswer>(to, body)
    setIsBusy(false)
    if ('failed' in answer) return toast({ text: words.stepFailed, tone: 'attention' })
    const refused = answer.got.ok ? {} : (answer.got.errors ?? {})
    setErrors(Object.fromEntries(Object.entries(refused).map(([field, code]) => [field, sentence(code)])))
    if (!answer.got.ok && !answer.got.errors) toast({ text: sentence(answer.got.reason), tone: 'attention' })
    revalidate()
  }
  return { errors, isBusy, send }
}
