import type { OpenState } from '#app/campaigns/target.ts'
import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the page of a tenant says of the lists they stand on: apart, so that it loads no more than this. */
const nl = {
  title: 'Staat op een bellijst',
  none: 'Dit adres staat op geen bellijst.',
  states: { open: 'Nog te bellen', retry: 'Nog eens bellen', appointment: 'Afspraak' } as Record<OpenState, string>,
  since: 'sinds',
  paused: 'De belactie is gepauzeerd.',
  withNobody: 'Voor wie het eerst belt',
  with: (name: string) => `Bij ${name}`,
  inCall: (name: string) => `${name} belt nu`,
  open: 'Gesprek openen',
}

const en: Catalogue<typeof nl> = {
  title: 'On a list to be rung',
  none: 'This address is on no list to be rung.',
  states: { open: 'Still to be called', retry: 'To be called again', appointment: 'Appointment' },
  since: 'since',
  paused: 'The round is paused.',
  withNobody: 'For whoever calls first',
  with: (name) => `With ${name}`,
  inCall: (name) => `${name} is calling now`,
  open: 'Open the call',
}

export const useOpenHomeWords = wordsIn({ nl, en })
