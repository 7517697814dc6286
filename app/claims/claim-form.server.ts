import type { FormFields } from '#app/core/form-fields.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { type DraftFields, draftFieldsIn } from './draft-fields.ts'
import type { Opening, TextToKeep } from './draft-store.server.ts'

const mostFields = 400
const mostCharacters = 100_000
/** What an integer of the database holds. */
const mostFence = 2 ** 31 - 1

export function fenceIn(form: FormFields): number {
  const fence = Number(form.get('fence'))
  if (!Number.isInteger(fence) || fence < 0 || fence > mostFence) throw notFound()
  return fence
}

/** The key of the write that the form will send, when it has one. */
function keyIn(form: FormFields): string | undefined {
  const key = String(form.get('key') ?? '')
  return isUuid(key) ? key : undefined
}

/** What the form began with or kept last; undefined from a form that does not say. */
export function openingIn(form: FormFields): Opening {
  const basedOn = form.get('basedOn')
  if (typeof basedOn !== 'string') return { key: keyIn(form) }
  if (basedOn !== '' && Number.isNaN(Date.parse(basedOn))) throw badRequest('invalid')
  return { key: keyIn(form), basedOn: basedOn === '' ? null : new Date(basedOn).toISOString() }
}

/** The whole of what autosave sends. */
export const textIn = (form: FormFields): TextToKeep => ({
  ...openingIn(form),
  draftFields: draftIn(form),
  isLeaving: form.get('isLeaving') !== null,
})

/** What was typed, while it is no more than a form can hold. */
function draftIn(form: FormFields): DraftFields {
  const draftFields = draftFieldsIn(form)
  if (Object.keys(draftFields).length > mostFields || JSON.stringify(draftFields).length > mostCharacters)
    throw badRequest('too-long')
  return draftFields
}

/** A browser without script sends the form itself and follows where it is sent. */
export const isNavigation = (request: Request) => request.headers.get('Sec-Fetch-Mode') === 'navigate'
