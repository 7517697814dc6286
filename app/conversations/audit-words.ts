import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  conversation: {
    name: 'Gesprek',
    did: {
      recorded: 'vastgelegd',
      corrected: 'verbeterd',
    },
  },
  conversations: {
    name: 'Gesprekken',
    did: {
      viewed: 'bekeken',
    },
  },
  urgent: {
    name: 'Nu hulp nodig',
    did: {
      closed: 'afgehandeld',
      viewed: 'bekeken',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  conversation: {
    name: 'Conversation',
    did: {
      recorded: 'recorded',
      corrected: 'corrected',
    },
  },
  conversations: {
    name: 'Conversations',
    did: {
      viewed: 'viewed',
    },
  },
  urgent: {
    name: 'Help needed now',
    did: {
      closed: 'closed',
      viewed: 'viewed',
    },
  },
}
