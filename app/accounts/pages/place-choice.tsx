import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useDeskWords } from '#app/contacts/desk-words.ts'
import { leaveDesk, ownPresence } from '#app/contacts/leave-desk.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader, Row } from '#app/ui/page.tsx'
import { authorizeAnybody, type Person, placeName } from '../authorize.server.ts'
import { placeOfValue, type WorkPlace } from '../place-value.ts'
import { choosePlace } from '../places.server.ts'
import { tokenOf } from '../sessions.server.ts'

const schema = z.object({ place: z.string().max(40), leaves: z.literal('yes').optional() })

/** Whoever is at work at a desk goes elsewhere only after signing off there: colleagues count on them. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await authorizeAnybody(request)
  const form = parseForm(schema, await readForm(request))
  const place = form.ok ? placeOfValue(form.value.place) : null
  if (!form.ok || !place) throw notFound()
  if (await isAtWorkHere(person)) {
    if (!form.value.leaves) throw redirect(`/account/place?place=${form.value.place}`)
    if (person.as === 'desk') await leaveDesk(person)
  }
  return choose(request, person, place)
}

async function choose(request: Request, { accountId }: Person, place: WorkPlace) {
  if (!(await choosePlace(accountId, tokenOf(request) ?? '', place))) throw notFound()
  return redirect('/')
}

const isAtWorkHere = async (person: Person) => person.as === 'desk' && (await ownPresence(person)).isAtWork

/** Says why the way elsewhere waits, and offers to sign off. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await authorizeAnybody(request)
  const place = new URL(request.url).searchParams.get('place') ?? ''
  if (!placeOfValue(place)) throw redirect('/')
  return { place, desk: placeName(person) }
}

export default function PlaceChoice() {
  const { place, desk } = useLoaderData<typeof loader>()
  const { leaving: words } = useDeskWords()
  return (
    <Page width="narrow">
      <PageHeader title={words.title} meta={words.lead(desk)} />
      <Form method="post" action="/account/place" reloadDocument noValidate>
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="leaves" value="yes" />
        <Row>
          <Button type="submit" variant="primary">
            {words.leave}
          </Button>
          <LinkButton to="/">{words.stay}</LinkButton>
        </Row>
      </Form>
    </Page>
  )
}
