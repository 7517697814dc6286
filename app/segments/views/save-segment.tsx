import { useCallback, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useWords } from '../words.ts'
import { NameDialog } from './name-dialog.tsx'

/** Keeps the sentence as it stands under a name. */
export function SaveSegment({ criteria }: { criteria: string }) {
  const words = useWords().saved
  const [key, setKey] = useState<string | null>(null)
  const close = useCallback(() => setKey(null), [])
  return (
    <>
      <Button icon="check" onClick={() => setKey(crypto.randomUUID())}>
        {words.save}
      </Button>
      {key && (
        <NameDialog title={words.saveTitle} action="/segments" method="post" onClose={close}>
          <input type="hidden" name="criteria" value={criteria} />
          <input type="hidden" name="key" value={key} />
        </NameDialog>
      )}
    </>
  )
}
