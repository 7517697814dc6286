import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readLine } from '#app/lines/line-page.server.ts'
import { publicAddress } from '#app/lines/public-line.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import { readFigures } from '../figures.server.ts'
import { useWords } from '../words.ts'

/** How the form of a line does, in figures. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const at = { zone: actor.timeZone, now: new Date() }
  const { line } = await readLine(actor, params.lineId, at)
  return {
    line: { id: line.id, name: line.name },
    address: publicAddress(line),
    figures: await readFigures(actor, line.id, at),
  }
}

export default function LineFormPage() {
  const { line, address, figures } = useLoaderData<typeof loader>()
  const words = useWords().figures
  return (
    <Page>
      <PageHeader title={words.title} meta={line.name} back={{ to: `/settings/lines/${line.id}`, label: line.name }} />
      <Section title={words.sofar} lead={words.lead}>
        {!address && <Banner>{words.off}</Banner>}
        <StatRow>
          <Stat label={words.sentToday} value={figures.sentToday} />
          <Stat label={words.sentThisWeek} value={figures.sentThisWeek} />
          <Stat label={words.open} value={figures.open} />
          <Stat label={words.late} value={figures.late} />
          <Stat label={words.refusedToday} value={figures.refusedToday} />
        </StatRow>
        <p className="text-sm text-ink-soft">{words.refusedHint}</p>
        {address && (
          <p>
            <a href={address} className="text-accent underline underline-offset-4">
              {words.look}
            </a>
          </p>
        )}
      </Section>
    </Page>
  )
}
