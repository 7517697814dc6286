import { data } from '@remix-run/node'
import { notFound } from '#app/core/http-errors.ts'

type Refused = { ok: false; reason: string }

/** What an operation came to: what is not there is a 404, a refusal goes back to the form with its reason. */
export function answerOf<Done extends { ok: true }, Good>(answer: Done | Refused, good: (done: Done) => Good) {
  if (answer.ok) return good(answer)
  if (answer.reason === 'not-found') throw notFound()
  return data({ ok: false as const, reason: answer.reason }, 409)
}

/** The address of a page that says what was done, or why it was not: for buttons that stand on more than one page. */
export function saying(path: string, answer: { ok: true; said: string } | Refused): string {
  const query = new URLSearchParams(answer.ok ? { said: answer.said } : { refused: answer.reason })
  return `${path}?${query}`
}

/** Where a change of state leads: back to the round, with what was done or why not. */
export function stateAnswer(campaignId: string, answer: { ok: true } | Refused, said: string): string {
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return saying(`/campaigns/${campaignId}`, answer.ok ? { ok: true, said } : answer)
}
