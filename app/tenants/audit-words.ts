import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  tenant: {
    name: 'Huurder',
    did: {
      'circumstances-viewed': 'achterstand en overlast bekeken',
      corrected: 'gegevens verbeterd',
      deceased: 'overleden gemeld',
      moved: 'verhuisd gemeld',
      named: 'naam bekeken',
      'number-struck': 'nummer doorgestreept',
      'number-restored': 'nummer weer in gebruik',
      objected: 'wil niet gebeld worden',
      searched: 'gezocht',
      viewed: 'bekeken',
      'wants-calls': 'wil graag gebeld worden',
    },
  },
  corrections: {
    name: 'Door te geven wijzigingen',
    did: {
      viewed: 'bekeken',
    },
  },
  tenant_report: {
    name: 'Melding over een huurder',
    did: {
      seen: 'gezien',
      undone: 'teruggenomen',
      viewed: 'bekeken',
    },
  },
  home_warning: {
    name: 'Waarschuwing bij een woning',
    did: { added: 'toegevoegd', ended: 'beëindigd', viewed: 'bekeken' },
  },
  tenant_correction: {
    name: 'Door te geven wijziging',
    did: { processed: 'verwerkt in eigen systeem', reopened: 'toch nog niet verwerkt' },
  },
}

export const en: Catalogue<typeof nl> = {
  tenant: {
    name: 'Tenant',
    did: {
      'circumstances-viewed': 'circumstances viewed',
      corrected: 'corrected',
      deceased: 'reported deceased',
      moved: 'reported moved',
      named: 'named',
      'number-struck': 'number struck',
      'number-restored': 'number in use again',
      objected: 'does not want to be called',
      searched: 'searched',
      viewed: 'viewed',
      'wants-calls': 'wants to be called',
    },
  },
  corrections: {
    name: 'Changes to pass on',
    did: {
      viewed: 'viewed',
    },
  },
  tenant_report: {
    name: 'Report about a tenant',
    did: {
      seen: 'seen',
      undone: 'taken back',
      viewed: 'viewed',
    },
  },
  home_warning: {
    name: 'Warning at a home',
    did: { added: 'added', ended: 'ended', viewed: 'viewed' },
  },
  tenant_correction: {
    name: 'Change to pass on',
    did: { processed: 'entered in the own system', reopened: 'not entered after all' },
  },
}
