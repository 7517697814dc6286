import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { Criteria } from '../criteria.ts'
import { finished, unfinishedFields } from '../edit-criteria.ts'
import { fieldOf } from '../fields.ts'
import { useWords } from '../words.ts'

/** The names of the rules that the counts leave out, because they are still being filled in. */
function useUnfinished(criteria: Criteria): string[] {
  const language = useLanguage()
  return unfinishedFields(criteria).map((field) => fieldOf(field).label[language])
}

/** Beside a count: which rules it does not know of yet. */
export function UnfinishedNote({ criteria }: { criteria: Criteria }) {
  const words = useWords().unfinished
  const rules = useUnfinished(criteria)
  if (rules.length === 0) return null
  return (
    <Banner tone="attention" isLive>
      {words.counted(rules)}
    </Banner>
  )
}

type DialogProps = { criteria: Criteria; onChange: (criteria: Criteria) => void; onClose: () => void }

/** Instead of going on with a sentence that is not finished: fill in what is open, or take it out. */
export function UnfinishedDialog({ criteria, onChange, onClose }: DialogProps) {
  const words = useWords().unfinished
  const rules = useUnfinished(criteria)
  const takeOut = () => {
    onChange(finished(criteria))
    onClose()
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={takeOut}>{words.takeOut(rules.length)}</Button>
          <Button variant="primary" onClick={onClose}>
            {words.fillIn}
          </Button>
        </>
      }
    >
      <p>{words.lead(rules)}</p>
    </Dialog>
  )
}
