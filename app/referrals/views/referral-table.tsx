import { sortable } from '#app/lists/sort-order.ts'
import { writtenName } from '#app/tenants/names.ts'
import { TenantCell } from '#app/tenants/views/tenant-cell.tsx'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { civilDateOf, dayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { type ReferralFilter, referralList } from '../filter.ts'
import { mustTell, type ReferralState } from '../referral.ts'
import type { ReferralRow } from '../referrals.server.ts'
import { useWords } from '../words.ts'

export function ReferralTable({ rows, columns }: { rows: ReferralRow[]; columns: Column<ReferralRow>[] }) {
  const words = useWords()
  const language = useLanguage()
  return (
    <Table
      caption={words.caption}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/referrals/${row.id}`}
      selection={{ name: 'id[]', label: (row) => writtenName(row, language) }}
      columns={columns}
    />
  )
}

/** The columns of the list, with heads to sort by. */
export function useReferralColumns({
  today,
  filter,
}: {
  today: string
  filter: ReferralFilter
}): Column<ReferralRow>[] {
  return sortable(useColumns(today), {
    columns: referralList.columns,
    order: filter.sort,
    to: (sort) => referralList.link(filter, { sort }),
  })
}

function useColumns(today: string): Column<ReferralRow>[] {
  const words = useWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const day = (at: string) => dayText(civilDateOf(at, zone), today, language)
  return [
    { key: 'tenant', label: words.tenant, cell: (row) => <TenantCell tenant={row} /> },
    {
      key: 'agency',
      label: words.agency,
      cell: (row) => (
        <>
          <span className="block font-bold">{row.agencyName}</span>
          <span className="line-clamp-3 wrap-anywhere">{row.question}</span>
          <span className="block text-sm text-ink-soft">{words.promisedBy(row.promisedBy, day(row.createdAt))}</span>
        </>
      ),
    },
    { key: 'state', label: words.status, cell: (row) => <ReferralStatus referral={row} today={today} /> },
    { key: 'owner', label: words.owner, cell: (row) => row.ownerName },
    {
      key: 'do',
      label: words.actions,
      isLabelHidden: true,
      hasControls: true,
      cell: (row) => <NextButton referral={row} />,
    },
  ]
}

const tones: Record<ReferralState, Tone> = { proposed: 'waiting', sent: 'active', accepted: 'active', ended: 'neutral' }

/** Where it stands, and what somebody should do about it. */
export function ReferralStatus({ referral, today }: { referral: ReferralRow; today: string }) {
  const words = useWords()
  const language = useLanguage()
  const silent = referral.silentDays
  const isTold = referral.tenantToldAt !== null
  return (
    <div className="flex flex-col items-start gap-1">
      <Badge tone={referral.ending === 'helped' ? 'done' : tones[referral.state]}>
        {referral.ending ? words.endings[referral.ending] : words.states[referral.state]}
      </Badge>
      {silent !== null && <span className="text-sm font-bold text-attention-ink">{words.askLate(silent)}</span>}
      {silent === null && referral.state !== 'ended' && (
        <span className="text-sm text-ink-soft">{words.askOn(dayText(referral.remindOn, today, language))}</span>
      )}
      {mustTell({ ...referral, isTold }) && (
        <span className="text-sm font-bold text-attention-ink">{words.tellNow(referral.promisedBy)}</span>
      )}
    </div>
  )
}

/** The one step that usually comes next; what is passed on is written down on the page of the referral. */
function NextButton({ referral }: { referral: ReferralRow }) {
  const words = useWords()
  const language = useLanguage()
  const isTelling = mustTell({ ...referral, isTold: referral.tenantToldAt !== null })
  if (referral.state === 'proposed')
    return (
      <LinkButton to={`/referrals/${referral.id}`}>
        {words.passOn.link}
        <span className="sr-only">: {writtenName(referral, language)}</span>
      </LinkButton>
    )
  const next = isTelling
    ? { at: '/referrals/notice', label: words.steps.tell }
    : referral.state === 'sent'
      ? { at: '/referrals/acceptance', label: words.steps.accept }
      : null
  if (!next) return null
  return (
    <Button type="submit" name="only" value={referral.id} formAction={next.at}>
      {next.label}
      <span className="sr-only">: {writtenName(referral, language)}</span>
    </Button>
  )
}
