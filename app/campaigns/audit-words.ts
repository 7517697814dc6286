import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  campaign: {
    name: 'Belactie',
    did: {
      'addresses-exported': 'adressen als bestand opgehaald',
      'addresses-viewed': 'adressen bekeken',
      'caller-added': 'beller erbij',
      'caller-removed': 'beller eraf',
      changed: 'gewijzigd',
      close: 'afgesloten',
      created: 'gemaakt',
      launch: 'gestart',
      pause: 'gepauzeerd',
      resume: 'weer verder',
      spread: 'adressen verdeeld',
      'spread-undone': 'verdeling ongedaan gemaakt',
      'team-set': 'bellers gekozen',
    },
  },
  target: {
    name: 'Adres op de bellijst',
    did: {
      claimed: 'in handen genomen',
      'finished-by-desk': 'gesproken door de meldkamer',
      'handed-back': 'overdracht ongedaan gemaakt',
      'handed-over': 'overgedragen',
      'lease-lapsed': 'vanzelf weer vrij',
      'left-to-all': 'voor iedereen vrijgegeven',
      released: 'teruggegeven',
      restored: 'weer op de lijst',
      resumed: 'weer verder',
      withdrawn: 'van de lijst gehaald',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  campaign: {
    name: 'Call round',
    did: {
      'addresses-exported': 'addresses taken as a file',
      'addresses-viewed': 'addresses viewed',
      'caller-added': 'caller added',
      'caller-removed': 'caller removed',
      changed: 'changed',
      close: 'closed',
      created: 'created',
      launch: 'started',
      pause: 'paused',
      resume: 'resumed',
      spread: 'spread',
      'spread-undone': 'spread undone',
      'team-set': 'team set',
    },
  },
  target: {
    name: 'Address on the call list',
    did: {
      claimed: 'taken in hand',
      'finished-by-desk': 'spoken to by the helpline',
      'handed-back': 'handing over undone',
      'handed-over': 'handed over',
      'lease-lapsed': 'lease lapsed',
      'left-to-all': 'left to all',
      released: 'released',
      restored: 'back on the list',
      resumed: 'resumed',
      withdrawn: 'withdrawn',
    },
  },
}
