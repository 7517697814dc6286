import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { dateIn } from '#app/time/clock.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DateField } from '#app/ui/field.tsx'
import { civilDateOf, timeText, weekdayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Row, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { PrintHead } from '#app/ui/print-head.tsx'
import { nightsTopic } from '../live-topics.ts'
import type { NightView } from '../night-views.ts'
import { readNight } from '../read-night.server.ts'
import { DoneBanner } from '../views/done-banner.tsx'
import { FirstList } from '../views/first-list.tsx'
import { NightFigures } from '../views/night-figures.tsx'
import { NightTable } from '../views/night-table.tsx'
import { useWords } from '../words.ts'

/** A night as the corporation finds it in the morning, and as it goes while it lasts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'night:see')
  const now = new Date()
  return {
    ...(await readNight(actor, new URL(request.url).searchParams, now)),
    organisation: actor.corporationName,
    today: dateIn(actor.timeZone, now),
    maySetHours: can(actor, 'corporation:manage'),
  }
}

const refreshMs = 30_000

/** What a desk does is not told to the corporation: while the night lasts the page asks for it. */
function useRefresh(isOn: boolean) {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  latest.current = revalidate
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => document.visibilityState === 'visible' && latest.current(), refreshMs)
    return () => clearInterval(timer)
  }, [isOn])
}

export default function Nights() {
  const { night, first, fromBefore, figures, forOffice, now, organisation, today, mayAcknowledge } =
    useLoaderData<typeof loader>()
  const words = useWords()
  useLive([nightsTopic])
  useRefresh(!night.isOver)
  const to = (view: NightView) => `/nights?from=${night.on}&show=${view}#all`
  const takesUp = mayAcknowledge && night.isOver
  return (
    <Page width="full">
      <PrintHead organisation={organisation} on={today} />
      <PageHeader
        title={words.title}
        state={!night.isOver && <Badge tone="active">{words.running}</Badge>}
        meta={usePeriod()}
        secondary={<Secondary />}
      />
      <DoneBanner night={night.on} />
      {!night.isOver && <Banner>{words.runningLead}</Banner>}
      {figures.contacts > 0 && (
        <NightFigures figures={figures} forOffice={forOffice} waiting={first.length - fromBefore} to={to} />
      )}
      {(first.length > 0 || figures.contacts > 0) && (
        <FirstList contacts={first} fromBefore={fromBefore} night={night.on} now={now} mayAcknowledge={takesUp} />
      )}
      <AllOfIt />
      <OtherNight />
    </Page>
  )
}

/** "Van donderdag 26 november 17:00 tot vrijdag 27 november 08:00." */
function usePeriod() {
  const { night, today } = useLoaderData<typeof loader>()
  const words = useWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const moment = (at: string) => `${weekdayText(civilDateOf(at, zone), today, language)} ${timeText(at, zone)}`
  return words.period(moment(night.from), moment(night.until))
}

function Secondary() {
  const { night, maySetHours } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <>
      {maySetHours && (
        <LinkButton to="/settings/office-hours" variant="plain">
          {words.officeHours}
        </LinkButton>
      )}
      <LinkButton to={`/nights/file?from=${night.on}`} reloadDocument icon="download">
        {words.file}
      </LinkButton>
    </>
  )
}

function AllOfIt() {
  const { night, figures, rows, view, paging, now, mayAcknowledge } = useLoaderData<typeof loader>()
  const { all: words, quiet } = useWords()
  if (figures.contacts === 0 && rows.length === 0)
    return (
      <EmptyState title={night.isOver ? quiet.title : quiet.soFar} icon="moon">
        {quiet.lead}
      </EmptyState>
    )
  const title = words.views[view]
  return (
    <div id="all">
      <Section
        title={title}
        action={view !== 'all' && <LinkButton to={`/nights?from=${night.on}#all`}>{words.showAll}</LinkButton>}
      >
        {rows.length === 0 && <p className="text-ink-soft">{quiet.noneInView}</p>}
        {rows.length > 0 && (
          <NightTable rows={rows} caption={title} night={night.on} now={now} mayAcknowledge={mayAcknowledge} />
        )}
        <Pagination {...paging} to={(page) => `/nights?from=${night.on}&show=${view}&page=${page}#all`} />
      </Section>
    </div>
  )
}

function OtherNight() {
  const { night, today } = useLoaderData<typeof loader>()
  const words = useWords()
  const asked = useSearchParams()[0].get('from') ?? ''
  return (
    <nav aria-label={words.otherNight} className="print:hidden">
      <Row align="end">
        <LinkButton to={`/nights?from=${night.before}`} icon="left">
          {words.earlier}
        </LinkButton>
        {night.after && (
          <LinkButton to={`/nights?from=${night.after}`} icon="right">
            {words.later}
          </LinkButton>
        )}
        <Disclosure label={words.otherNight}>
          <Form key={asked} method="get" noValidate>
            <Row align="end">
              <DateField name="from" label={words.date} hint={undefined} defaultValue={night.on} max={today} />
              <Button type="submit">{words.show}</Button>
            </Row>
          </Form>
        </Disclosure>
      </Row>
    </nav>
  )
}
