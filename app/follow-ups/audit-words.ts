import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  'follow-up': {
    name: 'Belofte',
    did: {
      cancel: 'vervallen',
      complete: 'afgerond',
      created: 'gemaakt',
      'handed-over': 'overgedragen',
      listed: 'lijst bekeken',
      move: 'andere dag',
      reassign: 'andere collega',
      reopen: 'heropend',
      viewed: 'bekeken',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  'follow-up': {
    name: 'Promise',
    did: {
      cancel: 'lapsed',
      complete: 'completed',
      created: 'created',
      'handed-over': 'handed over',
      listed: 'listed',
      move: 'another day',
      reassign: 'another colleague',
      reopen: 'reopened',
      viewed: 'viewed',
    },
  },
}
