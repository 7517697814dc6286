import { en as calls } from '#app/calls/history-words.ts'
import { en as callWords } from '#app/calls/words.en.ts'
import { en as conversations } from '#app/conversations/history-words.ts'
import { en as followUps } from '#app/follow-ups/history-words.ts'
import { en as gestures } from '#app/gestures/history-words.ts'
import { en as referrals } from '#app/referrals/history-words.ts'
import { en as tenantLists } from '#app/tenant-lists/history-words.ts'
import type { HistoryWords } from '#app/tenants/history.ts'
import { en as tenants } from '#app/tenants/history-words.ts'
import type { Catalogue } from '#app/ui/catalogue.ts'
import type { KnownEvent } from './history-event.ts'
import type { nl } from './words.nl.ts'

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

export const en: Omit<Catalogue<typeof nl>, 'told'> & Pick<typeof nl, 'told'> = {
  title: 'What happened',
  none: 'Nothing has happened yet.',
  more: 'Show more',
  tooMany: 'Anything older is not shown here.',
  all: 'Show all',
  told,
}
