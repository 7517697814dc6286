import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { urgentTopic } from '#app/conversations/live-topics.ts'
import { followUpsTopic } from '#app/follow-ups/live-topics.ts'
import { gesturesTopic } from '#app/gestures/live-topics.ts'
import { referralsTopic } from '#app/referrals/live-topics.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { numberText, weekdayText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { todayTopic } from '../live-topics.ts'
import { readToday, type Today } from '../read-today.server.ts'
import { Administration } from '../views/administration.tsx'
import { Calling } from '../views/calling.tsx'
import { Rounds } from '../views/rounds.tsx'
import { ToDo } from '../views/to-do.tsx'
import { Urgent } from '../views/urgent.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'today:see')
  const today = await readToday(actor, new Date())
  return {
    ...today,
    firstName: actor.name.split(' ')[0] ?? actor.name,
    topic: todayTopic(actor.accountId),
    mayImport: can(actor, 'tenant-list:import'),
    mayCreate: can(actor, 'campaign:write'),
  }
}

export default function TodayPage() {
  const data = useLoaderData<typeof loader>()
  const words = useWords()
  const language = useLanguage()
  const rounds = [...(data.rounds ?? []), ...(data.calling?.rounds ?? [])].map(({ id }) => campaignTopic(id))
  useLive([data.topic, followUpsTopic, referralsTopic, gesturesTopic, urgentTopic, ...rounds])
  const { calling, urgent, administration, now, today } = data
  const isOnTeam = calling !== null && calling.rounds.length > 0
  return (
    <Page>
      <PageHeader title={words.title(data.firstName)} meta={words.meta(weekdayText(today, today, language))} />
      {urgent && <Urgent urgent={urgent} now={now} />}
      {!data.hasTenants && <Start mayImport={data.mayImport} />}
      {calling && data.hasTenants && (isOnTeam || !data.rounds) && (
        <Calling calling={calling} today={today} now={now} />
      )}
      {data.hasTenants && <OwnToDo data={data} />}
      {data.rounds && data.hasTenants && <Rounds rounds={data.rounds} today={today} mayCreate={data.mayCreate} />}
      {administration && <Administration administration={administration} now={now} />}
    </Page>
  )
}

function Start({ mayImport }: { mayImport: boolean }) {
  const words = useWords().start
  return (
    <EmptyState
      title={words.title}
      icon="upload"
      action={
        mayImport && (
          <LinkButton to="/imports" variant="primary" icon="upload">
            {words.import}
          </LinkButton>
        )
      }
    >
      {mayImport ? words.lead : words.wait}
    </EmptyState>
  )
}

/** For a caller their own promises; for whoever runs the rounds also what waits for a decision. */
function OwnToDo({ data: { promised, steering } }: { data: Pick<Today, 'promised' | 'steering'> }) {
  const words = useWords()
  const language = useLanguage()
  const count = (value: number) => [numberText(value, language), value === 1] as const
  return (
    <>
      {steering && (
        <ToDo
          title={words.steering.title}
          none={words.steering.none}
          tasks={[
            steering.late > 0 && {
              to: '/follow-ups?who=everyone&due=late',
              text: words.steering.late(...count(steering.late)),
              icon: 'check',
              isLate: true,
            },
            steering.requested > 0 && {
              to: '/gestures',
              text: words.steering.gestures(...count(steering.requested)),
              icon: 'card',
            },
            steering.approved > 0 && {
              to: '/gestures?state=approved',
              text: words.steering.toSend(...count(steering.approved)),
              icon: 'flower',
            },
          ]}
        />
      )}
      {promised && (
        <ToDo
          title={words.own.title}
          none={words.own.none}
          tasks={[
            promised.late > 0 && {
              to: '/follow-ups?who=mine&due=late',
              text: words.own.late(...count(promised.late)),
              icon: 'check',
              isLate: true,
            },
            promised.today > 0 && {
              to: '/follow-ups?who=mine&due=today',
              text: words.own.today(...count(promised.today)),
              icon: 'check',
            },
            promised.ask > 0 && { to: '/referrals', text: words.own.ask(...count(promised.ask)), icon: 'people' },
            promised.tell > 0 && { to: '/referrals', text: words.own.tell(...count(promised.tell)), icon: 'phone' },
          ]}
        />
      )}
    </>
  )
}
