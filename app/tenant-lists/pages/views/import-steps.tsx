import { useWords } from '#app/ui/language.tsx'
import { Steps } from '#app/ui/steps.tsx'
import type { ImportState } from '../../import-state.ts'
import { en } from '../../words.en.ts'
import { nl } from '../../words.nl.ts'

/** Which of the four steps an import is at; `asked` is the one the address asks for. */
export function stepOf(state: ImportState, asked: string | null): 1 | 2 | 3 | 4 {
  if (state === 'uploaded' || (asked === 'columns' && ['mapped', 'checked', 'failed'].includes(state))) return 2
  if (state === 'failed') return 1
  return ['applying', 'applied', 'undoing', 'undone'].includes(state) ? 4 : 3
}

export function ImportSteps({
  current,
  importId,
  canMap,
}: {
  current: 1 | 2 | 3 | 4
  importId?: string
  canMap?: boolean
}) {
  const { steps } = useWords({ nl, en })
  return (
    <Steps
      label={steps.label}
      current={current}
      steps={[
        { label: steps.file },
        { label: steps.columns, to: canMap ? `/imports/${importId}?step=columns` : undefined },
        { label: steps.check },
        { label: steps.applied },
      ]}
    />
  )
}
