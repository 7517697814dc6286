import { useFetcher } from '@remix-run/react'
import { type ReactNode, useEffect, useId } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useToast } from '#app/ui/toast.tsx'
import { useWords } from '../words.ts'
import type { SegmentAnswer } from './segment-answer.ts'

type Props = {
  title: string
  action: string
  method: 'post' | 'put'
  name?: string
  children?: ReactNode
  onClose: () => void
}

/** Asks for a name and sends it; stays open with what is wrong. */
export function NameDialog({ title, action, method, name, children, onClose }: Props) {
  const words = useWords()
  const errors: Record<string, string> = words.errors
  const fetcher = useFetcher<SegmentAnswer>()
  const toast = useToast()
  const formId = useId()
  const { data, state } = fetcher

  useEffect(() => {
    if (state !== 'idle' || !data?.ok) return
    toast({ text: data.step === 'renamed' ? words.saved.wasRenamed(data.name) : words.saved.wasSaved(data.name) })
    onClose()
  }, [state, data, toast, words, onClose])

  const actions = (
    <>
      <Button onClick={onClose}>{words.saved.cancel}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={state !== 'idle'}>
        {words.saved.save}
      </Button>
    </>
  )
  return (
    <Dialog title={title} isOpen onClose={onClose} actions={actions}>
      <fetcher.Form id={formId} method={method} action={action} noValidate>
        {children}
        <TextField
          name="name"
          label={words.saved.name}
          hint={words.saved.nameHint}
          defaultValue={name}
          error={data && !data.ok ? (errors[data.reason] ?? words.errors.required) : undefined}
          maxLength={80}
          autoComplete="off"
        />
      </fetcher.Form>
    </Dialog>
  )
}
