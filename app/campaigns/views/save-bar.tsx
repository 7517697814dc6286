import { useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'

/** Below a form that stays where it is; `isSaved` until somebody changes something. */
export function SaveBar({ isSaved }: { isSaved: boolean }) {
  const words = useWords()
  return (
    <ActionBar>
      <p role="status">{isSaved && words.saved}</p>
      <Button type="submit" variant="primary" isPending={useNavigation().state === 'submitting'}>
        {words.save}
      </Button>
    </ActionBar>
  )
}
