import { blocksOf, first, isTicked, type Typed } from './typed.ts'

export const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** A block of fields without one word in it was never meant. */
const isFilled = (typed: Typed, family: string, number: number, fields: string[]) =>
  fields.some((field) => first(typed, `${family}-${number}-${field}`).trim() !== '')

/** What was promised, as the operations take it; each with the number of its block, so that a refusal finds its field. */
export function promisesIn(typed: Typed, me: string) {
  const followUps = blocksOf(typed, 'followUp')
    .filter((number) => isFilled(typed, 'followUp', number, ['promise', 'dueOn']) || number < firstScriptless)
    .map((number) => {
      const value = (field: string) => first(typed, `followUp-${number}-${field}`)
      return {
        number,
        kind: value('kind'),
        promise: value('promise'),
        ownerId: value('ownerId') || me,
        dueOn: value('dueOn'),
        dueTime: value('dueTime'),
      }
    })
  const referrals = blocksOf(typed, 'referral')
    .filter((number) => isFilled(typed, 'referral', number, ['agencyId', 'question']) || number < firstScriptless)
    .map((number) => {
      const value = (field: string) => first(typed, `referral-${number}-${field}`)
      const consent = isTicked(typed, `referral-${number}-consent`)
      return { number, agencyId: value('agencyId'), question: value('question'), consent, ownerId: me }
    })
  const gestures = blocksOf(typed, 'gesture')
    .filter((number) => isFilled(typed, 'gesture', number, ['text']) || number < firstScriptless)
    .map((number) => {
      const value = (field: string) => first(typed, `gesture-${number}-${field}`)
      return { number, kind: value('kind'), text: value('text') }
    })
  return { followUps, referrals, gestures }
}

/** From here on the blocks stand there for browsers without script, asked for or not. */
export const firstScriptless = 90
