import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useState } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { useToast } from '#app/ui/toast.tsx'
import { encodeCriteria } from '../encode-criteria.ts'
import type { Segment } from '../segments.server.ts'
import { useWords } from '../words.ts'
import { CriteriaSentence } from './criteria-sentence.tsx'
import { NameDialog } from './name-dialog.tsx'
import type { SegmentAnswer } from './segment-answer.ts'

export function SavedSegments({ segments }: { segments: Segment[] }) {
  const words = useWords()
  const [renamed, setRenamed] = useState<Segment | null>(null)
  const close = useCallback(() => setRenamed(null), [])
  const remove = useRemoval()
  const columns: Column<Segment>[] = [
    { key: 'name', label: words.saved.name, cell: ({ name }) => name },
    { key: 'who', label: words.saved.whatFor, cell: ({ criteria }) => <CriteriaSentence criteria={criteria} /> },
    {
      key: 'actions',
      label: words.saved.actions,
      isLabelHidden: true,
      hasControls: true,
      cell: (segment) => <SegmentButtons segment={segment} onRename={setRenamed} onRemove={remove} />,
    },
  ]
  return (
    <Section title={words.saved.title}>
      <Table
        caption={words.saved.title}
        isCaptionHidden
        columns={columns}
        rows={segments}
        rowKey={({ id }) => id}
        rowTo={({ criteria }) => `/selection?criteria=${encodeCriteria(criteria)}`}
        empty={<EmptyState title={words.saved.none}>{words.saved.noneLead}</EmptyState>}
      />
      {renamed && (
        <NameDialog
          title={words.saved.renameTitle}
          action={`/segments/${renamed.id}`}
          method="put"
          name={renamed.name}
          onClose={close}
        />
      )}
    </Section>
  )
}

type ButtonsProps = { segment: Segment; onRename: (segment: Segment) => void; onRemove: (id: string) => void }

function SegmentButtons({ segment, onRename, onRemove }: ButtonsProps) {
  const words = useWords()
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton to={`/campaigns/new?segment=${segment.id}`}>{words.startCampaign}</LinkButton>
      <Button variant="plain" onClick={() => onRename(segment)}>
        {words.saved.rename}
      </Button>
      <Button variant="plain" onClick={() => onRemove(segment.id)}>
        {words.saved.remove}
      </Button>
    </div>
  )
}

/** Removes at once; the notice offers the way back. */
function useRemoval() {
  const words = useWords().saved
  const fetcher = useFetcher<SegmentAnswer>()
  const back = useFetcher<SegmentAnswer>()
  const toast = useToast()
  const { data, state, submit } = fetcher
  const { submit: save } = back

  useEffect(() => {
    if (state !== 'idle' || !data?.ok || data.step !== 'removed') return
    const { name, criteria } = data
    const restore = () => save({ name, criteria, key: crypto.randomUUID() }, { method: 'post', action: '/segments' })
    toast({ text: words.wasRemoved(name), undo: { run: restore } })
  }, [state, data, toast, words, save])

  return (id: string) => submit(null, { method: 'delete', action: `/segments/${id}` })
}
