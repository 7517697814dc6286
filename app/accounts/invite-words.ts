import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'
import type { LineProblem } from './invitation-lines.ts'

/** Of inviting many at once: apart, as few ever do it. */
const nl = {
  title: 'Veel collega’s uitnodigen',
  lead: 'Plak een lijst uit een spreadsheet of een mail. U ziet eerst wie er op staat.',
  back: 'Alle collega’s',
  one: 'Collega uitnodigen',
  paste: 'De lijst',
  pasteAgain: 'De lijst wijzigen',
  people: 'Eén persoon per regel',
  peopleHint:
    'Bijvoorbeeld: Fatma Yılmaz <fatma@voorbeeld.nl>, of een naam en een e-mailadres uit een spreadsheet. Hooguit 100 tegelijk.',
  role: 'Hun rol',
  check: 'Lijst bekijken',
  checked: 'Wie er op de lijst staat',
  sum: (able: string, isOne: boolean, left: string) =>
    `${isOne ? '1 persoon kan' : `${able} personen kunnen`} een uitnodiging krijgen. ${left} niet.`,
  name: 'Naam',
  email: 'E-mailadres',
  line: 'Regel',
  result: 'Uitnodigen',
  good: 'Ja',
  problems: {
    email: 'Geen e-mailadres',
    'no-name': 'Naam ontbreekt',
    'too-long': 'Te lang',
    twice: 'Staat al eerder op de lijst',
    'already-member': 'Heeft al toegang',
    bsn: 'Er staat een burgerservicenummer bij de naam',
    'too-many': 'Meer dan 100: nodig later uit',
  } satisfies Record<LineProblem, string>,
  send: (count: string, isOne: boolean, role: string) =>
    isOne ? `1 uitnodiging maken als ${role.toLowerCase()}` : `${count} uitnodigingen maken als ${role.toLowerCase()}`,
  ready: (count: string, isOne: boolean) => (isOne ? '1 uitnodiging is klaar' : `${count} uitnodigingen zijn klaar`),
  once: 'Kopieer de links of bewaar het bestand voordat u deze bladzijde verlaat: ze zijn hierna niet meer te zien. Elke link werkt één keer en zeven dagen lang. Stuur iedereen alleen de eigen link.',
  copyAll: 'Alles kopiëren',
  file: 'Bestand voor een spreadsheet',
  fileName: 'uitnodigingen.csv',
  fileHead: ['Naam', 'E-mailadres', 'Link', 'Tekst'],
  links: 'Uitnodigingen',
  link: 'Link',
  copy: 'Kopiëren',
}

const en: Catalogue<typeof nl> = {
  title: 'Invite many colleagues',
  lead: 'Paste a list from a spreadsheet or a mail. You first see who is on it.',
  back: 'All colleagues',
  one: 'Invite a colleague',
  paste: 'The list',
  pasteAgain: 'Change the list',
  people: 'One person on each line',
  peopleHint:
    'Such as: Fatma Yılmaz <fatma@example.nl>, or a name and an address from a spreadsheet. At most 100 at a time.',
  role: 'Their role',
  check: 'See the list',
  checked: 'Who is on the list',
  sum: (able, isOne, left) => `${isOne ? '1 person' : `${able} people`} can be invited. ${left} cannot.`,
  name: 'Name',
  email: 'E-mail address',
  line: 'Line',
  result: 'Invite',
  good: 'Yes',
  problems: {
    email: 'No e-mail address',
    'no-name': 'No name',
    'too-long': 'Too long',
    twice: 'On the list already',
    'already-member': 'Has access already',
    bsn: 'There is a citizen service number with the name',
    'too-many': 'More than 100: invite later',
  },
  send: (count, isOne, role) => `Make ${isOne ? '1 invitation' : `${count} invitations`} as ${role.toLowerCase()}`,
  ready: (count, isOne) => (isOne ? '1 invitation is ready' : `${count} invitations are ready`),
  once: 'Copy the links or keep the file before you leave this page: they cannot be seen again. Each link works once, for seven days. Send everybody only their own.',
  copyAll: 'Copy everything',
  file: 'File for a spreadsheet',
  fileName: 'invitations.csv',
  fileHead: ['Name', 'E-mail address', 'Link', 'Text'],
  links: 'Invitations',
  link: 'Link',
  copy: 'Copy',
}

export const useInviteWords = wordsIn({ nl, en })
