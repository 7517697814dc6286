import { Steps } from '#app/ui/steps.tsx'
import { useWords } from '../words.ts'

export function ImportSteps({
  current,
  importId,
  canMap,
}: {
  current: 1 | 2 | 3 | 4
  importId?: string
  canMap?: boolean
}) {
  const { steps } = useWords()
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
