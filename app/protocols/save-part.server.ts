import { randomBytes } from 'node:crypto'
import type { Actor } from '#app/accounts/authorize.server.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { entry, type Protocol } from '#app/triage/protocol.ts'
import { protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import { changeDraft, type SeenChange } from './change-draft.server.ts'
import { baseFor, findDraft } from './draft.server.ts'
import { type Added, type Edge, endAt, questionAt, without } from './edit-parts.ts'
import { readPart } from './part-form.ts'
import type { PartPlace } from './patch.ts'
import { changed, isPartPlace, type PlaceChange, standingAt } from './place-change.ts'
import { namesOf } from './read-protocol.server.ts'

/** What keeps a form open, with what was typed in it. */
export type PartRefused = {
  place: PartPlace
  yours: unknown
  errors: Record<string, string>
  /** Somebody else changed it meanwhile. */
  overtaken: { by: string; now: unknown; seen: string } | null
}
export type PartSaved = { ok: true; open: PartPlace | null } | { ok: false; status: 400 | 409; refused: PartRefused }

type Wanted = { changes: PlaceChange[]; open: PartPlace | null; yours: unknown; errors: Record<string, string> }

/** Does what the form of a place was posted for: keep it, take it away, make it national again, or add something behind it. */
export async function savePart(actor: Actor, kind: TriageKind, form: FormFields): Promise<PartSaved> {
  const place = postedPlace(form)
  const { body, base } = await inScope(actor, async (tx) => {
    const shown = (await findDraft(tx, actor, kind)) ?? (await protocolInForce(tx, actor, kind))
    return { body: shown.body, base: await baseFor(tx, kind, shown) }
  })
  const { changes, open, yours, errors } = wantedBy(form, { place, body, base })
  const refuse = (status: 400 | 409, more: Partial<PartRefused>): PartSaved => ({
    ok: false,
    status,
    refused: { place, yours, errors, overtaken: null, ...more },
  })
  if (Object.keys(errors).length > 0) return refuse(400, {})
  const seen = (of: PartPlace) => (of === place ? String(form.get('seen')) : hashOf(standingAt(body, of)))
  const answer = await changeDraft(
    actor,
    kind,
    changes.map((change): SeenChange => ({ ...change, seen: seen(change.place) })),
  )
  if (answer.ok) return { ok: true, open }
  if (answer.reason === 'unreadable') return refuse(400, { errors: { form: 'other' } })
  const names = await inScope(actor, (tx) => namesOf(tx, [answer.by]))
  const first = answer.overtaken.find((one) => one.place === place) ?? answer.overtaken[0]
  return refuse(409, { overtaken: first ? { by: names.get(answer.by) ?? '', now: first.now, seen: first.seen } : null })
}

const newId = (letter: string) => `${letter}-${randomBytes(5).toString('hex')}`

/** `examples.new`: one that is not there yet. */
function postedPlace(form: FormFields): PartPlace {
  const place = String(form.get('place') ?? '')
  if (place === 'examples.new') return `examples.${newId('x')}`
  if (!isPartPlace(place)) throw badRequest()
  return place
}

function wantedBy(
  form: FormFields,
  { place, body, base }: { place: PartPlace; body: Protocol; base: Protocol },
): Wanted {
  const is = (button: string) => form.get('do') === button
  if (is('remove')) return { changes: takenAway(place, body, form), open: null, yours: null, errors: {} }
  const national = standingAt(base, place)
  if (is('national') && national !== null)
    return { changes: [{ place, after: national }], open: place, yours: national, errors: {} }
  const { after, errors } = readPart(place, form, ruleAt(body, place))
  const own: PlaceChange = { place, after }
  const added = Object.keys(errors).length === 0 ? addedBy(form, changed(body, [own]), place) : null
  const others = added?.changes.filter((change) => change.place !== place) ?? []
  const kept = added?.changes.find((change) => change.place === place) ?? own
  return { changes: [kept, ...others], open: added?.place ?? place, yours: after, errors }
}

const ruleAt = (body: Protocol, place: PartPlace) =>
  entry(body.ends, place.slice('ends.'.length))?.rule ??
  Math.max(0, ...Object.values(body.ends).map(({ rule }) => rule)) + 1

/** What the pressed button adds behind this place: "question-yes", "end-no", at the beginning "question-start". */
function addedBy(form: FormFields, candidate: Protocol | null, place: PartPlace): Added | null {
  const [what, answer] = String(form.get('do') ?? '').split('-')
  if (!candidate || (what !== 'question' && what !== 'end')) return null
  if (answer !== 'yes' && answer !== 'no' && answer !== 'start') return null
  const edge: Edge = answer === 'start' ? 'start' : { question: place.slice('questions.'.length), answer }
  return what === 'question' ? questionAt(candidate, edge, newId('q')) : endAt(candidate, edge, newId('e'))
}

function takenAway(place: PartPlace, body: Protocol, form: FormFields): PlaceChange[] {
  const isWhole = !place.includes('.')
  if (isWhole) throw badRequest()
  if (place.startsWith('examples.')) return [{ place, after: null }]
  const instead = String(form.get('instead') ?? '')
  return without(body, place as `ends.${string}`, instead)
}
