import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  account: {
    name: 'Collega',
    did: {
      'access-refused': 'toegang geweigerd',
      added: 'toegevoegd',
      'corporation-chosen': 'corporatie gekozen',
      'desk-chosen': 'meldkamer gekozen',
      ended: 'toegang gestopt',
      'extension-set': 'toestel gewijzigd',
      'foreign-write-refused': 'verzoek van buiten Rondbel geweigerd',
      'language-chosen': 'taal gekozen',
      'password-changed': 'eigen wachtwoord gewijzigd',
      'password-set': 'ander wachtwoord gekregen',
      'role-changed': 'andere rol',
      'sessions-ended': 'overal uitgelogd',
      'sign-in-refused': 'inloggen geweigerd',
      'signed-in': 'ingelogd',
      'signed-out': 'uitgelogd',
    },
  },
  invitation: {
    name: 'Uitnodiging',
    did: {
      accepted: 'aangenomen',
      'new-password': 'link voor nieuw wachtwoord gemaakt',
      sent: 'verstuurd',
      withdrawn: 'ingetrokken',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  account: {
    name: 'Colleague',
    did: {
      'access-refused': 'access refused',
      added: 'added',
      'corporation-chosen': 'corporation chosen',
      'desk-chosen': 'desk chosen',
      ended: 'ended',
      'extension-set': 'extension changed',
      'foreign-write-refused': 'request from outside refused',
      'language-chosen': 'language chosen',
      'password-changed': 'own password changed',
      'password-set': 'password set',
      'role-changed': 'role changed',
      'sessions-ended': 'sessions ended',
      'sign-in-refused': 'sign-in refused',
      'signed-in': 'signed in',
      'signed-out': 'signed out',
    },
  },
  invitation: {
    name: 'Invitation',
    did: {
      accepted: 'accepted',
      'new-password': 'new password',
      sent: 'sent',
      withdrawn: 'withdrawn',
    },
  },
}
