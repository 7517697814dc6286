import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  referral: {
    name: 'Doorverwijzing',
    did: {
      'handed-over': 'overgedragen',
      accept: 'opgepakt door de instantie',
      'ask-later': 'later navragen',
      describe: 'vastgelegd wat is doorgegeven',
      end: 'afgelopen',
      listed: 'lijst bekeken',
      proposed: 'voorgesteld',
      send: 'verstuurd',
      tell: 'aan de huurder verteld',
      undo: 'ongedaan gemaakt',
      viewed: 'bekeken',
    },
  },
  agency: {
    name: 'Instantie',
    did: {
      added: 'toegevoegd',
      changed: 'gewijzigd',
      checked: 'gecontroleerd',
      ended: 'gestopt',
      resumed: 'weer verder',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  referral: {
    name: 'Referral',
    did: {
      'handed-over': 'handed over',
      accept: 'taken up by the agency',
      'ask-later': 'to be asked later',
      describe: 'written down what was passed on',
      end: 'ended',
      listed: 'listed',
      proposed: 'proposed',
      send: 'sent',
      tell: 'told to the tenant',
      undo: 'undone',
      viewed: 'viewed',
    },
  },
  agency: {
    name: 'Agency',
    did: {
      added: 'added',
      changed: 'changed',
      checked: 'checked',
      ended: 'ended',
      resumed: 'resumed',
    },
  },
}
