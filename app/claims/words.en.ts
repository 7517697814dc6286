import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  draft: {
    saved: (time) => `draft kept ${time}`,
    saving: 'keeping',
    nothingTyped: 'what you type is kept by itself',
    notSaved: 'is kept as soon as there is a connection',
  },
  connection: {
    offline: 'No connection. What you typed is still on this screen. We keep trying.',
    signedOut: 'You are signed out. What you typed is still on this screen. Sign in on a new tab and come back here.',
    signIn: 'Sign in on a new tab',
    sending: 'Saving does not work yet. We try again. Leave this screen open.',
    tryNow: 'Try now',
  },
}
