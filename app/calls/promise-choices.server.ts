import type { Actor } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope } from '#app/core/scope.server.ts'
import { listAgencies } from '#app/referrals/agencies.server.ts'
import { agencyLine, checkText } from '#app/referrals/agency-check.ts'
import { en } from '#app/referrals/words.en.ts'
import { nl } from '#app/referrals/words.nl.ts'
import { quickDays } from './quick-moments.ts'

/** What a promise can be: by whom, when, handed to which agency. `today` in the corporation's zone. */
export function readPromiseChoices(actor: Actor, today: string) {
  return inScope(actor, async (tx) => {
    const colleagues = (await listColleagues(tx, actor)).filter(({ role }) => can(role, 'follow-up:write'))
    const agencies = await listAgencies(tx, actor)
    const checks = { words: (actor.language === 'nl' ? nl : en).agencies, zone: actor.timeZone, now: new Date() }
    return {
      me: actor.accountId,
      days: quickDays(today),
      today,
      colleagues: colleagues.map(({ accountId, name }) => ({ accountId, name })),
      agencies: agencies.map(({ checkedAt, ...agency }) => ({
        id: agency.id,
        label: agencyLine({ ...agency, checked: checkText(checkedAt, checks) }),
      })),
    }
  })
}
