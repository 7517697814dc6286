import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of who needs help now: apart from the other words, so that it loads no more than this. */
const nl = {
  title: 'Nu hulp nodig',
  lead: 'Deze huurders hebben vandaag iemand nodig. Ze blijven hier staan tot u opschrijft wat er is gedaan.',
  by: (name: string, moment: string) => `${name}, ${moment}`,
  rang: 'Gebeld met',
  numbers: 'Bel zo nodig',
  noNumbers: 'Er staan nog geen nummers voor spoed',
  noNumbersLead:
    'Heeft een huurder nu hulp nodig, dan lezen bellers alleen dat zij 112 en hun coördinator kunnen bellen.',
  fillIn: 'Nummers invullen',
  result: 'Wat is er gedaan?',
  close: 'Afsluiten',
  refusals: {
    'result-required': 'Schrijf op wat er is gedaan.',
    bsn: 'Haal het burgerservicenummer weg. Dat mogen wij niet bewaren.',
    'too-long': 'Deze tekst is te lang.',
    'closed-already': 'Een collega heeft dit net afgesloten.',
    other: 'Dat is niet gelukt. Probeer het nog eens.',
  } as Record<string, string>,
}

const en: Catalogue<typeof nl> = {
  title: 'Needs help now',
  lead: 'These tenants need somebody today. They stay here until you write down what was done.',
  by: (name, moment) => `${name}, ${moment}`,
  rang: 'Rang',
  numbers: 'Ring if need be',
  noNumbers: 'There are no numbers for emergencies yet',
  noNumbersLead: 'When a tenant needs help now, callers only read that they can ring 112 and their coordinator.',
  fillIn: 'Fill in numbers',
  result: 'What was done?',
  close: 'Close',
  refusals: {
    'result-required': 'Write down what was done.',
    bsn: 'Take the citizen service number out. We may not keep that.',
    'too-long': 'This text is too long.',
    'closed-already': 'A colleague has just closed this.',
    other: 'That did not work. Please try again.',
  },
}

export const useTodayWords = wordsIn({ nl, en })
