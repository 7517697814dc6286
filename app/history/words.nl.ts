import { nl as calls } from '#app/calls/history-words.ts'
import { nl as callWords } from '#app/calls/words.nl.ts'
import { nl as conversations } from '#app/conversations/history-words.ts'
import { nl as followUps } from '#app/follow-ups/history-words.ts'
import { nl as gestures } from '#app/gestures/history-words.ts'
import { nl as referrals } from '#app/referrals/history-words.ts'
import { nl as tenantLists } from '#app/tenant-lists/history-words.ts'
import type { HistoryWords } from '#app/tenants/history.ts'
import { nl as tenants } from '#app/tenants/history-words.ts'
import type { KnownEvent } from './history-event.ts'

const told: HistoryWords<KnownEvent> = {
  ...tenants,
  ...tenantLists,
  ...calls,
  ...conversations,
  ...followUps,
  ...referrals,
  ...gestures,
  // What a call came to is told in the words of calls.
  'conversation:corrected': (facts, count) => [
    ...conversations['conversation:corrected'](facts, count),
    facts.outcome ? callWords.outcomes[facts.outcome] : '',
  ],
}

export const nl = {
  title: 'Wat er is gebeurd',
  none: 'Er is nog niets gebeurd.',
  more: 'Meer tonen',
  tooMany: 'Ouder dan dit wordt hier niet getoond.',
  all: 'Alle tonen',
  told,
}
