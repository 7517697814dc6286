import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react'
import { useEffect } from 'react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { isDemo } from '#app/core/demo.server.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { type Evening, evenings, rehearsalAt, startRehearsal, stopRehearsal } from '../simulate/rehearsals.server.ts'
import { useWords } from '../words.ts'

const isEvening = (name: string): name is Evening => name in evenings

/** An evening is played for practice: in the demo, where nobody really rings. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'rehearsal:play')
  if (!isDemo()) throw notFound()
  const playing = rehearsalAt(actor.deskId)
  const minutesLeft = playing && Math.max(1, Math.ceil((playing.until.getTime() - Date.now()) / 60_000))
  return {
    playing: playing && { evening: playing.evening, minutesLeft: minutesLeft ?? 1 },
    evenings: Object.keys(evenings) as Evening[],
  }
}

/** POST plays one, DELETE stops it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'rehearsal:play')
  if (!isDemo()) throw notFound()
  if (request.method === 'DELETE') {
    stopRehearsal(actor.deskId)
    return redirect('/desk/rehearsal')
  }
  const evening = String((await readForm(request)).get('evening'))
  if (!isEvening(evening)) throw badRequest('invalid')
  const { deskId, corporationIds } = actor
  const isPlaying = await startRehearsal({ as: 'desk', deskId, corporationIds, accountId: null }, evening)
  return redirect(isPlaying ? '/desk/rehearsal' : '/desk/rehearsal?no-lines')
}

const lookEveryMs = 15_000

export default function Rehearsal() {
  const { playing, evenings } = useLoaderData<typeof loader>()
  const { rehearsal: words } = useWords()
  const { revalidate } = useRevalidator()
  const isPlaying = playing !== null
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(revalidate, lookEveryMs)
    return () => clearInterval(timer)
  }, [isPlaying, revalidate])
  return (
    <Page width="narrow">
      <PageHeader title={words.title} action={<LinkButton to="/queue">{words.toQueue}</LinkButton>} />
      {useSearchParams()[0].has('no-lines') && <Banner tone="attention">{words.noLines}</Banner>}
      {playing ? <Playing /> : <p>{words.lead}</p>}
      {!playing && (
        <Stack>
          {evenings.map((evening) => (
            <Section key={evening} title={words.evenings[evening]} lead={words.about[evening]}>
              <Form method="post" noValidate>
                <Button type="submit" name="evening" value={evening}>
                  {words.play}
                </Button>
              </Form>
            </Section>
          ))}
        </Stack>
      )}
    </Page>
  )
}

function Playing() {
  const { playing } = useLoaderData<typeof loader>()
  const { rehearsal: words } = useWords()
  if (!playing) return null
  return (
    <Section title={words.evenings[playing.evening]}>
      <Banner isLive>{words.left(playing.minutesLeft)}</Banner>
      <Form method="delete" noValidate>
        <Button type="submit">{words.stop}</Button>
      </Form>
    </Section>
  )
}
