import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  attempt: {
    name: 'Belpoging',
    did: {
      recorded: 'vastgelegd',
      corrected: 'verbeterd',
      viewed: 'bekeken',
    },
  },
  'call-list': {
    name: 'Eigen bellijst',
    did: {
      viewed: 'bekeken',
    },
  },
  draft: {
    name: 'Concept van een gesprek',
    did: {
      discarded: 'weggegooid',
      'handed-over': 'aan een collega gegeven',
    },
  },
  drafts: {
    name: 'Concepten van gesprekken',
    did: {
      viewed: 'bekeken',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  attempt: {
    name: 'Call',
    did: {
      recorded: 'recorded',
      corrected: 'corrected',
      viewed: 'viewed',
    },
  },
  'call-list': {
    name: 'Own call list',
    did: {
      viewed: 'viewed',
    },
  },
  draft: {
    name: 'Draft of a conversation',
    did: {
      discarded: 'discarded',
      'handed-over': 'handed over',
    },
  },
  drafts: {
    name: 'Drafts of conversations',
    did: {
      viewed: 'viewed',
    },
  },
}
