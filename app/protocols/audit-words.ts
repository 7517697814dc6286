import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  protocol: {
    name: 'Protocol',
    did: {
      opened: 'in bewerking genomen',
      changed: 'gewijzigd',
      'taken-back': 'een wijziging teruggedraaid',
      discarded: 'wijzigingen weggelegd',
      proposed: 'voorgesteld om te publiceren',
      published: 'gepubliceerd',
      'base-settled': 'landelijke wijzigingen beoordeeld',
      approved: 'teksten goedgekeurd',
      'approval-withdrawn': 'goedkeuring ingetrokken',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  protocol: {
    name: 'Protocol',
    did: {
      opened: 'opened for changes',
      changed: 'changed',
      'taken-back': 'a change taken back',
      discarded: 'changes put away',
      proposed: 'proposed for publication',
      published: 'published',
      'base-settled': 'national changes judged',
      approved: 'texts approved',
      'approval-withdrawn': 'approval withdrawn',
    },
  },
}
