import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What is said on the pages where the numbers for emergencies are kept. */
const nl = {
  title: 'Bellen bij spoed',
  lead: 'Wie belt een beller als een huurder nu hulp nodig heeft? Deze nummers staan dan in het gesprek, in deze volgorde.',
  back: 'Instellingen',
  list: 'Nummers',
  emptyTitle: 'Er staan nog geen nummers',
  emptyText:
    'Bellers lezen bij spoed nu alleen: bel 112 bij levensgevaar, en daarna uw coördinator. Vul in wie zij kunnen bellen, zoals de wijkbeheerder of het wijkteam.',
  add: 'Nummer toevoegen',
  change: 'Wijzigen',
  up: (name: string) => `${name} omhoog`,
  down: (name: string) => `${name} omlaag`,
  name: 'Wie',
  nameHint: 'Naam of rol, zoals Wijkbeheerder of Coördinator.',
  phone: 'Telefoonnummer',
  ringWhen: 'Wanneer',
  ringWhenHint: 'Kort, zoals: bij levensgevaar, of: op werkdagen tot 17:00.',
  notes: 'Goed om te weten',
  notesHint: 'Bellers lezen dit tijdens het gesprek. Schrijf hier niets over huurders.',
  save: 'Opslaan',
  full: (most: number) => `Er staan ${most} nummers. Verwijder er eerst een om een ander toe te voegen.`,
  remove: 'Verwijderen',
  removeLead: 'Bellers zien dit nummer dan niet meer. Wat er in gesprekken staat, blijft.',
  refusals: {
    required: 'Vul dit in.',
    phone: 'Dit is geen telefoonnummer dat wij kunnen lezen.',
    'too-long': 'Deze tekst is te lang.',
    bsn: 'Haal het burgerservicenummer weg. Dat mogen wij niet bewaren.',
    'name-taken': 'Deze naam staat al in de lijst.',
    'too-many': 'Er staan al te veel nummers.',
    other: 'Dat is niet gelukt. Probeer het nog eens.',
  },
}

const en: Catalogue<typeof nl> = {
  title: 'Ringing in an emergency',
  lead: 'Whom does a caller ring when a tenant needs help now? These numbers then stand in the call, in this order.',
  back: 'Settings',
  list: 'Numbers',
  emptyTitle: 'There are no numbers yet',
  emptyText:
    'In an emergency callers now only read: ring 112 in danger of life, and then your coordinator. Fill in whom they can ring, such as the area manager or the neighbourhood team.',
  add: 'Add a number',
  change: 'Change',
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  name: 'Who',
  nameHint: 'A name or a role, such as Area manager or Coordinator.',
  phone: 'Phone number',
  ringWhen: 'When',
  ringWhenHint: 'Short, such as: in danger of life, or: on working days until 17:00.',
  notes: 'Good to know',
  notesHint: 'Callers read this during the call. Write nothing about tenants here.',
  save: 'Save',
  full: (most) => `There are ${most} numbers. Remove one before you add another.`,
  remove: 'Remove',
  removeLead: 'Callers no longer see this number then. What stands in conversations stays.',
  refusals: {
    required: 'Fill this in.',
    phone: 'This is no phone number that we can read.',
    'too-long': 'This text is too long.',
    bsn: 'Take the citizen service number out. We may not keep that.',
    'name-taken': 'This name is in the list already.',
    'too-many': 'There are too many numbers already.',
    other: 'That did not work. Please try again.',
  },
}

export const useUrgentNumberWords = wordsIn({ nl, en })
