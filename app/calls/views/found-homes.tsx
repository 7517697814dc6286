import { Form } from '@remix-run/react'
import { streetLine, writtenName } from '#app/tenants/names.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import type { FoundHome } from '../find-homes.server.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { useWords } from '../words.ts'

type Props = { homes: FoundHome[]; isTooMany: boolean; now: string }

/** Who may be on the line, and what can be done about it. */
export function FoundHomes({ homes, isTooMany, now }: Props) {
  const words = useRingBackWords()
  const columns = useColumns(now)
  return (
    <Stack>
      <Table
        caption={isTooMany ? words.tooMany(homes.length) : words.found(homes.length)}
        rows={homes}
        rowKey={(home) => home.targetId}
        empty={<EmptyState title={words.none}>{words.noneLead}</EmptyState>}
        columns={columns}
      />
      {homes.some(({ isFinished }) => !isFinished) && <p className="text-sm text-ink-soft">{words.laidAside}</p>}
    </Stack>
  )
}

function useColumns(now: string): Column<FoundHome>[] {
  const words = useRingBackWords()
  const language = useLanguage()
  return [
    { key: 'name', label: words.name, cell: (home) => writtenName(home, language) },
    {
      key: 'address',
      label: words.address,
      cell: (home) => [streetLine(home), home.city].filter(Boolean).join(', '),
    },
    { key: 'campaign', label: words.campaign, cell: (home) => home.campaignName },
    { key: 'standing', label: words.standing, cell: (home) => <Standing home={home} now={now} /> },
    {
      key: 'open',
      label: words.actions,
      isLabelHidden: true,
      hasControls: true,
      cell: (home) => <Open home={home} />,
    },
  ]
}

function Standing({ home, now }: { home: FoundHome; now: string }) {
  const words = useRingBackWords()
  const { outcomes } = useWords()
  if (home.isMine) return words.isMine
  if (home.claimedBy) return words.claimedBy(home.claimedBy)
  const last = home.lastOutcome && words.finished(outcomes[home.lastOutcome], home.lastCaller ?? '')
  return (
    <>
      {!home.isFinished && <span className="block">{words.isToDo}</span>}
      {last}
      {last && home.at && (
        <span className="block text-sm text-ink-soft">
          <MomentText at={home.at} now={now} />
        </span>
      )}
    </>
  )
}

function Open({ home: { targetId, isMine, isFinished, claimedBy } }: { home: FoundHome }) {
  const words = useRingBackWords()
  if (isMine) return <LinkButton to={`/calls/${targetId}`}>{words.resume}</LinkButton>
  if (isFinished || claimedBy) return <LinkButton to={`/calls/${targetId}/conversation`}>{words.add}</LinkButton>
  return (
    <Form method="post" action={`/calls/${targetId}/claim`} noValidate>
      <Button type="submit" icon="phone">
        {words.open}
      </Button>
    </Form>
  )
}
