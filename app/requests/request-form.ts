import { z } from 'zod'
import { readPostcode } from '#imports/postcodes.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { readRingablePhone } from './ringable-phone.ts'

export const longestMessage = 1_000
/** What is typed past this does not go in the field: what is sent at all comes back to whoever typed it. */
export const longestTyped = 4_000
/** The name of a field that people do not see. */
export const trapField = 'website'

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What somebody fills in; messages are codes of the words. */
export const requestForm = z
  .object({
    name: z.string().transform(oneLine).pipe(z.string().min(1, 'name').max(100, 'too-long').refine(holdsNoBsn, 'bsn')),
    phone: z.string().max(100, 'no-phone'),
    when: z.string().max(40, 'when').min(1, 'when'),
    message: z.string().trim().min(1, 'message').max(longestMessage, 'too-long-message').refine(holdsNoBsn, 'bsn'),
    postcode: z.string().transform(oneLine).default(''),
    houseNumber: z.string().transform(oneLine).pipe(z.string().max(20, 'house-number')).default(''),
    [trapField]: z.string().max(0, 'trap').default(''),
  })
  .transform((form, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const phone = readRingablePhone(form.phone)
    if (!phone.ok) wrong('phone', form.phone.trim() ? phone.reason : 'phone')
    const postcode = readPostcode(form.postcode)
    if (form.postcode && !postcode) wrong('postcode', 'postcode')
    if (form.houseNumber && !/^\d/.test(form.houseNumber)) wrong('houseNumber', 'house-number')
    const { name, when, message, houseNumber } = form
    return { name, when, message, houseNumber, postcode: postcode ?? '', phone: phone.ok ? phone.phone : '' }
  })

export type RequestInput = z.output<typeof requestForm>
