import type { ReactNode } from 'react'
import { pathOf } from '#app/triage/protocol-path.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { protocolsTopic } from '../live-topics.ts'
import type { ProtocolHead } from '../read-protocol.server.ts'
import { useWords } from '../words.ts'

/** As a loader sends it: moments as text. */
export type ShownHead = Omit<ProtocolHead, 'publishedAt' | 'draft'> & {
  publishedAt: Date | string | null
  draft: (Omit<NonNullable<ProtocolHead['draft']>, 'at'> & { at: Date | string }) | null
}

type ProtocolPageProps = { head: ShownHead; now: string; children: ReactNode }

/** The frame of all pages of one protocol. */
export function ProtocolPage({ head, now, children }: ProtocolPageProps) {
  const { list, tabs, head: words } = useWords()
  const { kinds } = useTriageWords()
  useLive([protocolsTopic])
  const at = (rest = '') => pathOf(head.kind, rest)
  const shown = [
    { to: at(), label: tabs.path, end: true },
    { to: at('/texts'), label: tabs.texts },
    { to: at('/publication'), label: tabs.publication },
    ...(head.hasNewBase ? [{ to: at('/national'), label: tabs.national }] : []),
    { to: at('/history'), label: tabs.history },
  ]
  return (
    <Page>
      <PageHeader
        title={kinds[head.kind]}
        state={head.draft && <Badge tone="active">{words.isDraft}</Badge>}
        meta={<Held head={head} now={now} />}
        back={{ to: '/protocols', label: list.title }}
      />
      {head.draft && <DraftBanner head={head} now={now} />}
      <Tabs label={tabs.label} tabs={shown} />
      {children}
    </Page>
  )
}

function Held({ head, now }: { head: ShownHead; now: string }) {
  const { head: words } = useWords()
  if (head.number === null || head.publishedAt === null) return words.national
  return (
    <>
      {words.own(head.number)} {words.since} <MomentText at={head.publishedAt} now={now} />
      {head.publishedBy && `, ${words.by(head.publishedBy)}`}
    </>
  )
}

function DraftBanner({ head: { kind, draft }, now }: { head: ShownHead; now: string }) {
  const { head: words } = useWords()
  if (!draft) return null
  const proposed = draft.isProposedByMe ? words.proposedByMe : draft.proposedBy && words.proposed(draft.proposedBy)
  return (
    <Banner action={<LinkButton to={pathOf(kind, '/publication')}>{words.toPublication}</LinkButton>}>
      {words.draft(draft.by)} <MomentText at={draft.at} now={now} />.
      {proposed && <span className="block">{proposed}</span>}
    </Banner>
  )
}
