import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { criteriaFromUrl } from '../criteria-from-url.server.ts'
import { countFor } from '../selection.server.ts'

/** The counts alone, for each change in the sentence. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'segment:use')
  const { criteria, problem } = criteriaFromUrl(actor, request)
  if (problem) return data({ ok: false as const, reason: problem }, 400)
  return countFor(actor, criteria, { today: dateIn(actor.timeZone, new Date()), timeZone: actor.timeZone })
}
