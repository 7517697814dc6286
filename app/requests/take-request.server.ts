import { network, takeTry } from '#app/accounts/rate-limits.server.ts'
import { type Urgency, urgencies, urgencyOfLine } from '#app/contacts/contact.ts'
import { insertFormContact, readPromise } from '#app/contacts/insert-form-contact.server.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { type FormErrors, parseForm } from '#app/core/forms.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import type { PublicLine } from '#app/lines/public-line.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { countRefused } from './figures.server.ts'
import { readFormToken, requestId } from './form-token.server.ts'
import { messageText } from './message-text.ts'
import { type CallBackPromise, promiseOf } from './promise.ts'
import { type RequestInput, requestForm } from './request-form.ts'
import { findDesk } from './serving-desk.server.ts'
import { wishedText } from './wished-text.ts'

export type Taken = { ok: true; id: string } | { ok: false; errors: FormErrors }
type Sent = { form: FormFields; address: string; now: Date }

/** When it is too busy to be rung at once. */
const busyMs = 60 * 60_000

/** What came by the form of a line, once however often it is sent. Refused with a code for each field, or for `form`. */
export async function takeRequest(found: PublicLine, sent: Sent): Promise<Taken> {
  const token = readFormToken(found.scope, String(sent.form.get('token') ?? ''), sent.now)
  if (!token) return refused('expired')
  const form = parseForm(requestForm, sent.form)
  if (!form.ok) return form.errors.website ? refuse(found, sent, 'trap') : form
  const id = requestId(token, JSON.stringify(form.value))
  if (await readPromise(found.scope, id)) return { ok: true, id }
  if (token.state === 'expired') return refused('expired')
  if (token.state === 'too-fast') return refuse(found, sent, 'too-fast')
  return once(id, () => putInQueue(found, { ...sent, id, input: form.value }))
}

const refused = (reason: string): Taken => ({ ok: false, errors: { form: reason } })

async function refuse({ line, corporation }: PublicLine, { now }: Pick<Sent, 'now'>, reason: string): Promise<Taken> {
  await countRefused(line.id, dateIn(corporation.timeZone, now))
  return refused(reason)
}

const running = () => processSingleton('requests-running', () => new Map<string, Promise<Taken>>())

/** Of a double click the second waits for the first: it takes no try of its own. */
function once(id: string, work: () => Promise<Taken>): Promise<Taken> {
  const before = running().get(id)
  if (before) return before
  const answer = work().finally(() => running().delete(id))
  running().set(id, answer)
  return answer
}

type Read = Omit<Sent, 'form'> & { id: string; input: RequestInput }

async function putInQueue(found: PublicLine, { id, input, address, now }: Read): Promise<Taken> {
  const { line, scope, corporation } = found
  const zone = corporation.timeZone
  if (!promiseOf(line, input.when, { zone, now })) return { ok: false, errors: { when: 'moment-gone' } }
  const limit = await overLimit(line.id, { phone: input.phone, address })
  if (limit) return refuse(found, { now }, limit)
  const isBusy = await isTooBusy(line.id, address)
  const notBefore = isBusy ? new Date(now.getTime() + busyMs) : undefined
  const promise = promiseOf(line, input.when, { zone, now, notBefore })
  const deskId = await findDesk(scope, { line, wanted: promise?.deskId ?? null, at: promise?.dueAt ?? now })
  if (!promise || deskId === null) return refused('nobody-answers')
  const message = messageText(input, wishedText(input.when, promise, zone))
  await insertFormContact(scope, {
    id,
    lineId: line.id,
    phone: input.phone,
    message,
    ...placeOf(found, promise, isBusy),
    deskId,
  })
  return { ok: true, id }
}

/** Never a danger, and when there are many no more urgent than any other question: who rings goes before. */
function placeOf({ line }: PublicLine, { dueAt, promisedAt }: CallBackPromise, isBusy: boolean) {
  const own = urgencyOfLine[line.kind]
  const urgency = (isBusy ? Math.max(own, urgencies.general) : own) as Urgency
  return { urgency, dueAt, promisedAt }
}

/** The network first: whoever sends too much takes nothing of somebody else's number or of the line. */
async function overLimit(lineId: string, { phone, address }: { phone: string; address: string }) {
  if (!(await takeTry('requests', network(address)))) return 'too-many'
  if (!(await takeTry('requestsOfPhone', phone))) return 'too-many-of-phone'
  return (await takeTry('requestsOfLine', lineId)) ? null : 'too-many-of-line'
}

async function isTooBusy(lineId: string, address: string): Promise<boolean> {
  const [ofNetwork, ofLine] = await Promise.all([
    takeTry('requestsAtOnce', network(address)),
    takeTry('requestsOfLineAtOnce', lineId),
  ])
  return !(ofNetwork && ofLine)
}
