import { useState } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { Criteria } from '../criteria.ts'
import { unfinishedFields } from '../edit-criteria.ts'
import { encodeCriteria } from '../encode-criteria.ts'
import { useWords } from '../words.ts'
import { SaveSegment } from './save-segment.tsx'
import { UnfinishedDialog } from './unfinished-rules.tsx'

type Props = { draft: Criteria; onChange: (criteria: Criteria) => void }

/** What is done with the sentence: only when every rule in it has been filled in, and never without one of them. */
export function SelectionActions({ draft, onChange }: Props) {
  const words = useWords()
  const [isAsking, setIsAsking] = useState(false)
  if (unfinishedFields(draft).length === 0)
    return (
      <>
        <SaveSegment criteria={encodeCriteria(draft)} />
        <LinkButton variant="primary" icon="phone" to={`/campaigns/new?criteria=${encodeCriteria(draft)}`}>
          {words.startCampaign}
        </LinkButton>
      </>
    )
  return (
    <>
      <Button icon="check" onClick={() => setIsAsking(true)}>
        {words.saved.save}
      </Button>
      <Button variant="primary" icon="phone" onClick={() => setIsAsking(true)}>
        {words.startCampaign}
      </Button>
      {isAsking && <UnfinishedDialog criteria={draft} onChange={onChange} onClose={() => setIsAsking(false)} />}
    </>
  )
}
