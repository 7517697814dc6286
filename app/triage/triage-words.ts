import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'
import type { Circumstance } from './circumstances.ts'
import type { TriageKind } from './kinds.ts'
import type { Answer, Trade, VerdictClass } from './protocol.ts'
import type { OverrideReason } from './run.ts'

const kinds: Record<TriageKind, string> = {
  'gas-leak': 'Gaslucht',
  'carbon-monoxide': 'Koolmonoxide',
  fire: 'Brand of rook',
  'water-leak': 'Lekkage',
  'roof-leak': 'Daklekkage of stormschade',
  'no-heating': 'Geen verwarming',
  'no-hot-water': 'Geen warm water',
  'no-water': 'Geen water',
  'power-failure': 'Geen stroom',
  'blocked-drain': 'Riool of toilet verstopt',
  'trapped-in-lift': 'Vast in de lift',
  'lift-out-of-order': 'Lift doet het niet',
  'locked-out': 'Buitengesloten',
  'home-not-closing': 'Deur of raam kan niet dicht',
  'broken-glass': 'Glas kapot',
  'water-near-power': 'Water bij de stroom',
  asbestos: 'Asbest',
  'shared-areas': 'Trap, galerij of hal',
  'fire-alarm': 'Brandmelder',
  ventilation: 'Ventilatie',
  threat: 'Overlast of bedreiging',
}
const classes: Record<VerdictClass, string> = {
  danger: 'Gevaar',
  urgent: 'Spoed',
  'working-day': 'Geen spoed',
  none: 'Niets te doen',
}
const answers: Record<Answer, string> = { yes: 'Ja', no: 'Nee', unknown: 'Weet niet' }
const circumstances: Record<Circumstance, string> = {
  'second-call': 'Belt hier al eerder over',
  frail: 'Oud, ziek of slecht ter been',
  'medical-device': 'Heeft een apparaat nodig (zuurstof, dialyse)',
  child: 'Er is een klein kind',
  frost: 'Het vriest',
  heat: 'Het is erg heet',
  'not-there': 'Beller is er niet bij of is moeilijk te verstaan',
  uneasy: 'Niet pluis',
}
const trades: Record<Trade, string> = {
  plumber: 'loodgieter',
  'heating-engineer': 'cv-monteur',
  electrician: 'elektricien',
  roofer: 'dakdekker',
  carpenter: 'timmerman',
  glazier: 'glaszetter',
  locksmith: 'slotenmaker',
  'drain-cleaner': 'ontstopper',
  'lift-engineer': 'liftmonteur',
  'asbestos-specialist': 'asbestdeskundige',
  'fire-safety-engineer': 'monteur brandmelders',
  salvage: 'Stichting Salvage',
  'duty-officer': 'piketdienst',
}

const overrideReasons: Record<OverrideReason, string> = {
  'others-are-there': 'Hulpdienst of monteur is er al',
  'made-safe': 'Het is veilig gemaakt',
  'can-wait': 'De beller kan en wil wachten',
  'known-already': 'Al bekend, er wordt aan gewerkt',
  'wrong-question': 'De vragen passen niet bij dit geval',
  otherwise: 'Anders',
}
/** Goes on after "want", when an operator decided otherwise than the protocol. */
const becauseOf = { up: 'ik maak mij zorgen', down: 'wij hebben het nagevraagd' }

/** What the codes of a protocol say, wherever one is shown. */
const nl = {
  kinds,
  classes,
  answers,
  circumstances,
  trades,
  overrideReasons,
  becauseOf,
  hours: (hours: number) => `binnen ${hours} uur`,
}

const en: Catalogue<typeof nl> = {
  kinds: {
    'gas-leak': 'Smell of gas',
    'carbon-monoxide': 'Carbon monoxide',
    fire: 'Fire or smoke',
    'water-leak': 'Leak',
    'roof-leak': 'Leaking roof or storm damage',
    'no-heating': 'No heating',
    'no-hot-water': 'No hot water',
    'no-water': 'No water',
    'power-failure': 'No power',
    'blocked-drain': 'Blocked drain or toilet',
    'trapped-in-lift': 'Trapped in the lift',
    'lift-out-of-order': 'Lift out of order',
    'locked-out': 'Locked out',
    'home-not-closing': 'Door or window does not close',
    'broken-glass': 'Broken glass',
    'water-near-power': 'Water near electricity',
    asbestos: 'Asbestos',
    'shared-areas': 'Stairs, gallery or hall',
    'fire-alarm': 'Fire alarm',
    ventilation: 'Ventilation',
    threat: 'Nuisance or threat',
  },
  classes: { danger: 'Danger', urgent: 'Urgent', 'working-day': 'Not urgent', none: 'Nothing to do' },
  answers: { yes: 'Yes', no: 'No', unknown: 'Does not know' },
  circumstances: {
    'second-call': 'Rang about it before',
    frail: 'Old, ill or not steady on their feet',
    'medical-device': 'Needs a device (oxygen, dialysis)',
    child: 'There is a small child',
    frost: 'It freezes',
    heat: 'It is very hot',
    'not-there': 'Caller is not there or hard to understand',
    uneasy: 'It does not feel right',
  },
  trades: {
    plumber: 'plumber',
    'heating-engineer': 'heating engineer',
    electrician: 'electrician',
    roofer: 'roofer',
    carpenter: 'carpenter',
    glazier: 'glazier',
    locksmith: 'locksmith',
    'drain-cleaner': 'drain cleaner',
    'lift-engineer': 'lift engineer',
    'asbestos-specialist': 'asbestos specialist',
    'fire-safety-engineer': 'fire safety engineer',
    salvage: 'Salvage foundation',
    'duty-officer': 'duty officer',
  },
  overrideReasons: {
    'others-are-there': 'Emergency services or a mechanic are there',
    'made-safe': 'It was made safe',
    'can-wait': 'The caller can and will wait',
    'known-already': 'Known already, it is being worked on',
    'wrong-question': 'The questions do not fit this case',
    otherwise: 'Otherwise',
  },
  becauseOf: { up: 'I am worried', down: 'we asked about it' },
  hours: (hours) => `within ${hours} hours`,
}

export const triageWords = { nl, en }
export const useTriageWords = wordsIn(triageWords)
