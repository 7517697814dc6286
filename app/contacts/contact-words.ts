import { triageWords } from '#app/triage/triage-words.ts'
import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'
import type { Agreement, Channel, ContactEnding, ContactKind, ContactState, StepKind, Urgency } from './contact.ts'
import type { LoweringReason } from './record-choices.ts'

const kinds: Record<ContactKind, string> = {
  ...triageWords.nl.kinds,
  'other-repair': 'Andere reparatie',
  rent: 'Huur',
  moving: 'Verhuizen',
  'worry-about-somebody': 'Zorg om iemand',
  chat: 'Praatje',
  'other-question': 'Andere vraag',
}
const endings: Record<ContactEnding, string> = {
  solved: 'Opgelost',
  'partner-sent': 'Er is iemand gestuurd',
  'for-office': 'Corporatie pakt het op',
  'not-urgent': 'Geen spoed, op werkdagen',
  'passed-on': 'Doorverwezen',
  talked: 'Fijn gepraat',
  'rang-again': 'Belde zelf nog eens',
  'not-reached': 'Niet bereikt, wij stoppen',
  'no-number': 'Geen nummer bekend',
  'wrong-number': 'Verkeerd verbonden',
  silent: 'Niemand zei iets',
  unwelcome: 'Lastig gesprek, beëindigd',
}
const agreements: Record<Agreement, string> = {
  nothing: 'Niets',
  'somebody-comes': 'Er komt iemand',
  'office-rings': 'De corporatie belt op een werkdag',
  'they-do-it': 'Zij doen het zelf',
  'they-ring-again': 'Zij bellen weer als het nodig is',
}
const channels: Record<Channel, string> = { phone: 'Telefoon', form: 'Formulier', 'by-hand': 'Genoteerd' }
const urgencies: Record<Urgency, string> = { 0: 'Gevaar', 1: 'Spoed', 2: 'Gewoon', 3: 'Praatje' }
const states: Record<ContactState, string> = {
  waiting: 'Wacht',
  talking: 'In gesprek',
  'wrapping-up': 'Afronden',
  'call-back': 'Terugbellen',
  closed: 'Afgesloten',
}
const lowering: Record<LoweringReason, string> = {
  'looked-into': 'Nagevraagd: het valt mee',
  'others-are-there': 'Hulpdienst is er al',
  'made-safe': 'Het is veilig gemaakt',
  'by-mistake': 'Verkeerd gekozen',
  otherwise: 'Anders',
}
const steps: Record<StepKind, string> = {
  arrived: 'Binnengekomen',
  answered: 'Opgenomen',
  'fell-away': 'Verbinding weggevallen',
  'rang-again': 'Belde zelf nog eens',
  returned: 'Terug in de wachtrij',
  offered: 'Aangeboden',
  'offer-declined': 'Niet aangenomen',
  'offer-withdrawn': 'Aanbod ingetrokken',
  'handed-over': 'Overgedragen',
  'taken-over': 'Overgenomen',
  raised: 'Dringender gemaakt',
  lowered: 'Minder dringend gemaakt',
  'call-back-promised': 'Terugbellen afgesproken',
  'call-back-tried': 'Teruggebeld',
  'call-ended': 'Opgehangen',
  'caller-found': 'Beller gekozen',
  'danger-denied': 'Geen gevaar, zegt de beller',
  'number-noted': 'Terugbelnummer gevraagd',
  'place-noted': 'Plek genoteerd',
  'kind-found': 'Onderwerp gekozen',
  closed: 'Afgesloten',
  reopened: 'Heropend',
}

/** What the codes of a contact say, wherever one is shown. */
const nl = { kinds, endings, agreements, channels, urgencies, states, lowering, steps }

const en: Catalogue<typeof nl> = {
  kinds: {
    ...triageWords.en.kinds,
    'other-repair': 'Other repair',
    rent: 'Rent',
    moving: 'Moving',
    'worry-about-somebody': 'Worry about somebody',
    chat: 'Chat',
    'other-question': 'Other question',
  },
  endings: {
    solved: 'Solved',
    'partner-sent': 'Somebody was sent',
    'for-office': 'The corporation goes on with it',
    'not-urgent': 'Not urgent, on working days',
    'passed-on': 'Referred elsewhere',
    talked: 'Had a good talk',
    'rang-again': 'Rang again themselves',
    'not-reached': 'Not reached, we stop',
    'no-number': 'No number known',
    'wrong-number': 'Wrong number',
    silent: 'Nobody spoke',
    unwelcome: 'Difficult call, ended',
  },
  agreements: {
    nothing: 'Nothing',
    'somebody-comes': 'Somebody comes',
    'office-rings': 'The corporation rings on a working day',
    'they-do-it': 'They do it themselves',
    'they-ring-again': 'They ring again when needed',
  },
  channels: { phone: 'Telephone', form: 'Form', 'by-hand': 'Noted' },
  urgencies: { 0: 'Danger', 1: 'Urgent', 2: 'Ordinary', 3: 'Chat' },
  states: {
    waiting: 'Waiting',
    talking: 'Talking',
    'wrapping-up': 'Writing up',
    'call-back': 'To ring back',
    closed: 'Closed',
  },
  lowering: {
    'looked-into': 'Asked about: it is not so bad',
    'others-are-there': 'Emergency services are there',
    'made-safe': 'It was made safe',
    'by-mistake': 'Chosen by mistake',
    otherwise: 'Otherwise',
  },
  steps: {
    arrived: 'Came in',
    answered: 'Answered',
    'fell-away': 'Connection lost',
    'rang-again': 'Rang again',
    returned: 'Back in the queue',
    offered: 'Offered',
    'offer-declined': 'Not taken',
    'offer-withdrawn': 'Offer withdrawn',
    'handed-over': 'Handed over',
    'taken-over': 'Taken over',
    raised: 'Made more urgent',
    lowered: 'Made less urgent',
    'call-back-promised': 'Call-back promised',
    'call-back-tried': 'Rang back',
    'call-ended': 'Hung up',
    'caller-found': 'Caller chosen',
    'danger-denied': 'No danger, the caller says',
    'number-noted': 'Asked for a number to ring back',
    'place-noted': 'Place noted',
    'kind-found': 'Subject chosen',
    closed: 'Closed',
    reopened: 'Opened again',
  },
}

export const contactWords = { nl, en }
export const useContactWords = wordsIn(contactWords)
