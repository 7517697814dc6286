import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  title: (name) => `End the access of ${name}`,
  titleRole: (name) => `${name} gets another role`,
  lead: (name) => `${name} can no longer sign in. What was recorded stays. You can invite ${name} again later.`,
  leadRole: (name, role) => `${name} becomes ${role.toLowerCase()}, and calls nobody after that.`,
  back: 'Back to the colleague',
  holds: (name) => `What lies with ${name}`,
  holdsNothing: (name) => `Nothing lies with ${name}. You have nothing to hand over.`,
  round: 'Call round',
  withoutRound: 'Outside a call round',
  inAll: 'In all',
  sorts: {
    homes: 'Addresses',
    appointments: 'Appointments',
    followUps: 'Promises',
    referrals: 'Referred',
    gestures: 'Cards',
    drafts: 'Typed text',
  },
  due: 'Promised for',
  dueOn: (day, count, isOne) => (isOne ? day : `${day} (${count})`),
  more: (count) => `and ${count} later days`,
  gesturesStay: 'Cards and flowers wait for whoever decides on them. Nobody has to take these over.',
  onTheLine: (name, round) =>
    `${name} is in a call in ${round} now. If you go on, ${name} cannot save it any more. What was typed goes to whoever takes over. Would you rather wait?`,
  withoutOthers: (rounds) => `Without this colleague nobody calls in: ${rounds}.`,
  heir: 'Who takes over?',
  heirHint:
    'Promises, referrals and text that was not sent go to this colleague, who sees so on Today. Text about an address that somebody else gets goes with that address.',
  noHeirs: 'There is no colleague who can take this over. Invite a coordinator or a caller first.',
  homes: 'Who calls the addresses?',
  takers: {
    colleague: 'The colleague who takes over',
    spread: 'The other callers of the round',
    all: 'Whoever has time',
  },
  takerHints: {
    colleague: 'The appointments too. Who is not in the team yet, joins it.',
    spread: 'Divided by their hours. An appointment is called by whoever is next at that moment.',
    all: 'The addresses and appointments go back into the shared list.',
  },
  submit: 'End access',
  submitRole: 'Save role',
  refusals: {
    'no-heir': 'Choose who takes over.',
    'no-such-colleague': 'This colleague cannot take it over. Choose another.',
  },
}
