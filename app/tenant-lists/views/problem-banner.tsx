import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import type { ImportProblem } from '../fail-import.server.ts'
import { useWords } from '../words.ts'

/** What is wrong with a file, that nothing was written, and the way on. */
export function ProblemBanner({ problem }: { problem: Pick<ImportProblem, 'reason'> }) {
  const { refused } = useWords()
  return (
    <Banner
      tone="attention"
      title={refused.title}
      action={
        <LinkButton to="/imports/new" variant="primary">
          {refused.again}
        </LinkButton>
      }
    >
      {refused.reasons[problem.reason]} {refused.nothingWritten}
    </Banner>
  )
}
