import { nl as lineWords } from '#app/lines/words.nl.ts'
import type { End } from '#app/triage/protocol.ts'
import { triageWords } from '#app/triage/triage-words.ts'
import { verdictText } from '#app/triage/urgency-text.ts'

/** What is printed is in Dutch, as the protocols are. */
export const paperWords = {
  ...triageWords.nl,
  urgency: (end: Pick<End, 'class' | 'hours'>) => verdictText(end, triageWords.nl),
  lines: lineWords,
  title: (corporation: string) => `Protocollen van ${corporation}`,
  contents: 'Inhoud',
  first: 'Eerst, bij elke oproep',
  firstSteps: [
    'Is er nu gevaar: gas, koolmonoxide, brand of rook, water bij stroom, iemand die vastzit of gewond is, iets dat kan vallen? Zeg dan eerst wat nu moet.',
    'Vraag het adres en het nummer om terug te bellen. Schrijf beide op.',
    'Stel de vragen van het protocol. “Weet niet” gaat de kant op van het gevaar.',
    'Lees voor wat de beller nu moet doen. Vat samen en vraag of het klopt.',
    'Schrijf op: tijd, naam, adres, nummer, wat er is, wat u besloot en waarom. Vul het later in.',
  ],
  numbers: 'Nummers en bedragen',
  hours: 'Wie neemt op',
  nobody: 'Niemand',
  allOther: (name: string) => `${name}, hele dag`,
  ownVersion: (version: number) => `versie ${version}`,
  base: 'landelijk, concept',
  callersSay: 'Bellers zeggen',
  questions: 'Vragen',
  ends: 'Oordeel',
  whenWorse: (circumstances: string) => `Erger bij: ${circumstances}.`,
  raisedTo: (rule: number) => `Bij iets dat het erger maakt: regel ${rule}.`,
  question: (number: number) => `vraag ${number}`,
  rule: (rule: number) => `regel ${rule}`,
  leadsTo: (answers: string, target: string) => `${answers}: ga naar ${target}.`,
  or: ' of ',
  because: (because: string) => `Want ${because}`,
  send: (trades: string) => `Stuur: ${trades}.`,
  say: 'Zeg',
  doNow: 'Lees voor',
  ringBack: (minutes: number) => `Laat ophangen en naar buiten gaan. Bel na ${minutes} minuten terug.`,
  ownAccount: 'De huurder betaalt dit zelf. Noem de kosten en vraag of het goed is, voordat u iemand stuurt.',
  worse: 'Bel meteen weer als',
  missing: '(nog niet ingevuld)',
  page: (page: number, of: number) => `${page} van ${of}`,
  madeOn: (moment: string) => `gemaakt op ${moment}`,
}
