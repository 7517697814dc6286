import { DefinitionList } from '#app/ui/definition-list.tsx'
import { useWords } from '../words.ts'

/** What the campaign is for and why that is allowed, to read. */
export function PurposeText({
  purpose,
  legalBasis,
  reasonToCall,
}: {
  purpose: string
  legalBasis: string
  reasonToCall: string
}) {
  const words = useWords().purpose
  const bases: Record<string, string> = words.bases
  return (
    <DefinitionList
      items={[
        { term: words.purpose, value: purpose },
        { term: words.legalBasis, value: bases[legalBasis] ?? '–' },
        { term: words.reason, value: reasonToCall },
      ]}
    />
  )
}
