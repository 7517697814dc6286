import { useNavigation, useSubmit } from '@remix-run/react'
import { type RefObject, useCallback } from 'react'
import { ConnectionBanner } from '#app/claims/views/connection-banner.tsx'
import { SavedMark } from '#app/claims/views/saved-mark.tsx'
import { useAutosave } from '#app/claims/views/use-autosave.ts'
import { Button } from '#app/ui/button.tsx'
import { freeTextsOf } from '../free-texts.ts'

type KeptForm = ReturnType<typeof useKeptForm>

/** What is typed is kept while typing, and once more before it is sent: without a connection the page stays as it is. */
export function useKeptForm(form: RefObject<HTMLFormElement | null>, path: string, savedAt: string | null) {
  const { draft: state, autosave } = useAutosave({ form, to: `${path}/draft`, savedAt, onRefused: () => undefined })
  const touch = useCallback(() => autosave.touch(), [autosave])
  const submit = useSubmit()
  const discard = async () => {
    await autosave.pause()
    // The browser's own way, so that the page begins anew.
    if (form.current) form.current.action = `${path}/draft/removal`
    form.current?.submit()
  }
  const onSubmit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    if (submitter?.hasAttribute('formaction')) return discard()
    autosave.touch()
    if (await autosave.keep()) submit(form.current)
  }
  return { state, touch, onSubmit, autosave }
}

type SaveRowProps = {
  form: RefObject<HTMLFormElement | null>
  kept: KeptForm
  discardAt: string | null
  words: { save: string; discard: string }
}

/** Saves the form, or throws away what was kept of it. */
export function SaveRow({ form, kept, discardAt, words }: SaveRowProps) {
  const isBusy = useNavigation().state !== 'idle'
  return (
    <>
      <ConnectionBanner
        form={form}
        draft={kept.state}
        sending={{ is: 'no' }}
        onTry={kept.touch}
        textsOf={freeTextsOf}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" variant="primary" isPending={isBusy} disabled={kept.state.is === 'ended'}>
          {words.save}
        </Button>
        <div className="text-sm">
          <SavedMark draft={kept.state} />
        </div>
        {discardAt && (
          <Button type="submit" variant="plain" formAction={discardAt}>
            {words.discard}
          </Button>
        )}
      </div>
    </>
  )
}
