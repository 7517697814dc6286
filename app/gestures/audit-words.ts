import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  gesture: {
    name: 'Kaartje of bloemen',
    did: {
      approve: 'akkoord',
      'labels-printed': 'etiketten gemaakt',
      listed: 'lijst bekeken',
      'order-listed': 'bestellijst gemaakt',
      previewed: 'etiketten bekeken',
      refuse: 'afgewezen',
      requested: 'aangevraagd',
      send: 'verstuurd',
      undo: 'ongedaan gemaakt',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  gesture: {
    name: 'Card or flowers',
    did: {
      approve: 'approved',
      'labels-printed': 'labels printed',
      listed: 'listed',
      'order-listed': 'order listed',
      previewed: 'previewed',
      refuse: 'refused',
      requested: 'requested',
      send: 'sent',
      undo: 'undone',
    },
  },
}
