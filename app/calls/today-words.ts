import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of calling: apart from the other words, so that it loads no more than this. */
const nl = {
  title: 'Bellen',
  left: (count: string, isOne: boolean) => (isOne ? '1 adres op uw lijst' : `${count} adressen op uw lijst`),
  shared: (count: string, isOne: boolean) =>
    isOne ? '1 adres voor wie tijd heeft' : `${count} adressen voor wie tijd heeft`,
  appointments: (count: string, isOne: boolean) => (isOne ? '1 afspraak vandaag' : `${count} afspraken vandaag`),
  next: 'Volgende bellen',
  resume: 'Verder met dit gesprek',
  done: (count: string, isOne: boolean) =>
    isOne ? 'U hebt al 1 huurder geholpen.' : `U hebt al ${count} huurders geholpen.`,
  nothing: 'U hebt nu niemand om te bellen',
  nothingLead: 'Zodra er iemand aan de beurt is, staat het hier. Dat gaat vanzelf.',
  noCampaigns: 'U zit nog niet in een belactie',
  noCampaignsLead: 'De coördinator zet u in een team. Daarna kunt u hier beginnen.',
  why: 'Waarom niet',
  paused: (name: string) => `${name} is gepauzeerd.`,
  drafts: 'Hier was u gebleven',
  draftKept: (moment: string) => `concept bewaard ${moment}`,
  of: { call: '', added: 'toe te voegen gesprek, ', correction: 'verbetering, ' },
  notYours: 'U kunt hier niet meer bij. Vraag de coördinator.',
  writtenBy: (name: string) => `getypt door ${name}, `,
  continue: 'Verder',
  spokenToday: (count: number) =>
    count === 0
      ? 'Opgeslagen.'
      : count === 1
        ? 'Opgeslagen. U sprak vandaag 1 mens.'
        : `Opgeslagen. U sprak vandaag ${count} mensen.`,
}

const en: Catalogue<typeof nl> = {
  title: 'Calling',
  left: (count, isOne) => (isOne ? '1 address on your list' : `${count} addresses on your list`),
  shared: (count, isOne) => (isOne ? '1 address for whoever has time' : `${count} addresses for whoever has time`),
  appointments: (count, isOne) => (isOne ? '1 appointment today' : `${count} appointments today`),
  next: 'Call the next',
  resume: 'Go on with this call',
  done: (count, isOne) => (isOne ? 'You have helped 1 tenant.' : `You have helped ${count} tenants.`),
  nothing: 'You have nobody to call now',
  nothingLead: 'As soon as it is somebody’s turn, it stands here, by itself.',
  noCampaigns: 'You are not in a call round yet',
  noCampaignsLead: 'The coordinator puts you in a team. Then you can begin here.',
  why: 'Why not',
  paused: (name) => `${name} is paused.`,
  drafts: 'Here is where you were',
  draftKept: (moment) => `draft kept ${moment}`,
  of: { call: '', added: 'conversation to add, ', correction: 'correction, ' },
  notYours: 'You can no longer open this. Ask the coordinator.',
  writtenBy: (name) => `typed by ${name}, `,
  continue: 'Go on',
  spokenToday: (count) =>
    count === 0 ? 'Saved.' : `Saved. You spoke to ${count === 1 ? '1 person' : `${count} people`} today.`,
}

export const useTodayWords = wordsIn({ nl, en })
