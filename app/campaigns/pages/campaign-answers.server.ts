import { data } from '@remix-run/node'
import { notFound } from '#app/core/http-errors.ts'
import type { CampaignStep } from '../campaign-steps.ts'
import { stepPath } from '../views/draft-steps.ts'

type Refused = { ok: false; reason: string }

/** What an operation came to: what is not there is a 404, a refusal goes back to the form with its reason. */
export function formResponse<Done extends { ok: true }, Result>(
  answer: Done | Refused,
  respond: (done: Done) => Result,
) {
  if (answer.ok) return respond(answer)
  if (answer.reason === 'not-found') throw notFound()
  return data({ ok: false as const, reason: answer.reason }, 409)
}

/** The address of a page that says what was done, or why it was not: for buttons that stand on more than one page. */
export function withFlash(path: string, answer: { ok: true; flash: string } | Refused): string {
  const query = new URLSearchParams(answer.ok ? { flash: answer.flash } : { refused: answer.reason })
  return `${path}?${query}`
}

const flashes: Record<CampaignStep, string> = {
  launch: 'launched',
  pause: 'paused',
  resume: 'resumed',
  close: 'closed',
}

/** Where a step with a campaign leads: back to it, with what was done or why not; to what is missing when it cannot start. */
export function pathAfterStep(campaignId: string, step: CampaignStep, answer: { ok: true } | Refused): string {
  if (answer.ok) return withFlash(`/campaigns/${campaignId}`, { ok: true, flash: flashes[step] })
  if (answer.reason === 'not-found') throw notFound()
  const isIncomplete = step === 'launch' && answer.reason !== 'already-changed'
  return withFlash(isIncomplete ? stepPath(campaignId, 'start') : `/campaigns/${campaignId}`, answer)
}

/** Where drawing the list, or taking it back, leads: to the step it stands on. */
export function pathAfterSpread(campaignId: string, answer: { ok: true } | Refused, flash: string): string {
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return withFlash(stepPath(campaignId, 'start'), answer.ok ? { ok: true, flash } : answer)
}
