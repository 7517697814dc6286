import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Row } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { keptPath, paperPath } from '../paper-paths.ts'
import { listPapers } from '../read-papers.server.ts'
import { type KeptHere, useKeptHere } from '../views/use-kept-here.ts'
import { useWords } from '../words.ts'

/** The protocols of every corporation of the desk, to print or to open on a night without a server. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:see')
  return { papers: await listPapers(actor), now: new Date().toISOString() }
}

export default function DeskPapers() {
  const { papers, now } = useLoaderData<typeof loader>()
  const words = useWords()
  const kept = useKeptHere()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} />
      <KeptLine kept={kept} now={now} />
      <Table
        caption={words.title}
        isCaptionHidden
        rows={papers}
        rowKey={({ corporationId }) => String(corporationId)}
        empty={<EmptyState title={words.none}>{words.noneText}</EmptyState>}
        columns={[
          {
            key: 'corporation',
            label: words.corporation,
            cell: ({ corporationId, name }) => (
              <LinkButton variant="plain" to={paperPath(corporationId)} reloadDocument>
                {name}
              </LinkButton>
            ),
          },
          { key: 'pages', label: words.pages, cell: ({ pages }) => pages },
          { key: 'madeAt', label: words.madeAt, cell: ({ madeAt }) => <MomentText at={madeAt} now={now} /> },
          {
            key: 'kept',
            label: words.kept,
            cell: ({ corporationId, hash }) => (isKept(kept, corporationId, hash) ? words.isKept : words.isNotKept),
          },
        ]}
      />
    </Page>
  )
}

const isKept = (kept: KeptHere, corporationId: number, hash: string) =>
  kept.is === 'kept' && kept.list.papers.some((one) => one.corporationId === corporationId && one.hash === hash)

function KeptLine({ kept, now }: { kept: KeptHere; now: string }) {
  const words = useWords()
  if (kept.is === 'unknown') return null
  if (kept.is === 'never') return <p>{words.cannotKeep}</p>
  if (kept.list.papers.length === 0) return <p>{words.notKept}</p>
  return (
    <Row>
      <p>
        {words.keptAt} <MomentText at={new Date(kept.list.keptAt)} now={now} />.
      </p>
      <LinkButton variant="plain" to={keptPath} reloadDocument>
        {words.withoutServer}
      </LinkButton>
    </Row>
  )
}
