import type { HomeTaker } from '#app/campaigns/home-takers.ts'
import type { Sort } from './sorts.ts'

export const nl = {
  title: (name: string) => `Toegang van ${name} stoppen`,
  titleRole: (name: string) => `${name} krijgt een andere rol`,
  lead: (name: string) =>
    `${name} kan daarna niet meer inloggen. Wat is vastgelegd, blijft staan. U kunt ${name} later opnieuw uitnodigen.`,
  leadRole: (name: string, role: string) => `${name} wordt ${role.toLowerCase()} en belt dan niet meer.`,
  back: 'Terug naar de collega',
  holds: (name: string) => `Wat er bij ${name} ligt`,
  holdsNothing: (name: string) => `Er ligt niets bij ${name}. U hoeft niets over te dragen.`,
  round: 'Belactie',
  withoutRound: 'Buiten een belactie',
  inAll: 'Samen',
  sorts: {
    homes: 'Adressen',
    appointments: 'Afspraken',
    followUps: 'Beloften',
    referrals: 'Doorverwezen',
    gestures: 'Kaartjes',
    drafts: 'Getypte tekst',
  } satisfies Record<Sort, string>,
  due: 'Beloofd voor',
  dueOn: (day: string, count: string, isOne: boolean) => (isOne ? day : `${day} (${count})`),
  more: (count: string) => `en ${count} dagen later`,
  gesturesStay: 'Kaartjes en bloemen wachten op wie erover beslist. Daar hoeft niemand iets voor te doen.',
  onTheLine: (name: string, round: string) =>
    `${name} is nu bezig met een gesprek in ${round}. Stopt u nu, dan kan ${name} het niet meer opslaan. Wat al getypt is, gaat mee naar wie het overneemt. Liever even wachten?`,
  withoutOthers: (rounds: string) => `Zonder deze collega belt er niemand in: ${rounds}.`,
  heir: 'Wie neemt het over?',
  heirHint:
    'Beloften, doorverwijzingen en niet verstuurde tekst gaan naar deze collega. Die ziet het op Vandaag. Tekst over een adres dat iemand anders krijgt, gaat met dat adres mee.',
  noHeirs: 'Er is geen collega die dit kan overnemen. Nodig eerst een coördinator of beller uit.',
  homes: 'Wie belt de adressen?',
  takers: {
    colleague: 'De collega die het overneemt',
    spread: 'De andere bellers van de belactie',
    all: 'Wie er tijd heeft',
  } satisfies Record<HomeTaker, string>,
  takerHints: {
    colleague: 'Ook de afspraken. Wie nog niet in het team zit, komt erbij.',
    spread: 'Verdeeld naar hun uren. Een afspraak belt wie op dat moment aan de beurt is.',
    all: 'De adressen en afspraken gaan terug in de gezamenlijke lijst.',
  } satisfies Record<HomeTaker, string>,
  submit: 'Toegang stoppen',
  submitRole: 'Rol opslaan',
  refusals: {
    'no-heir': 'Kies wie het overneemt.',
    'no-such-colleague': 'Deze collega kan het niet overnemen. Kies een andere.',
  } as Record<string, string>,
}
