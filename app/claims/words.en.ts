import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  draft: {
    saved: (time) => `draft kept ${time}`,
    saving: 'keeping',
    nothingTyped: 'what you type is kept by itself',
    offline: 'is kept as soon as there is a connection',
    notSaved: 'not kept yet',
    neverSaved: 'not kept',
    savedUntil: (time) => `kept until ${time}`,
    toChoose: 'is kept as soon as you choose',
  },
  twoTexts: {
    title: 'This was typed on another screen too.',
    lead: 'Nothing is gone: choose what stays.',
    own: 'Your text on this screen',
    other: 'The other text',
    none: 'No text, only choices.',
    keepOwn: 'Keep this text',
    keepOther: 'Keep the other text',
    keepBoth: 'Both, one after the other',
  },
  connection: {
    offline: 'No connection. What you typed is still on this screen. We keep trying.',
    signedOut: 'You are signed out. What you typed is still on this screen. Sign in on a new tab and come back here.',
    signIn: 'Sign in on a new tab',
    broken: 'Keeping it does not work yet. We keep trying. What you typed is still on this screen.',
    sending: 'Saving does not work yet. We try again. Leave this screen open.',
    tryNow: 'Try now',
  },
  ended: {
    'access-ended': 'Your access has ended.',
    'no-right': 'Your role has changed.',
    'row-ended': 'Your access to this corporation has ended.',
    kept: (time) => `What was kept at ${time} is with your colleagues.`,
    keptByYou: (time) => `What was kept at ${time} stays kept.`,
    rest: 'What you type now can no longer be sent. Copy your text and give it to the coordinator.',
    restOfRow: 'What you type now can no longer be sent. Copy your text and give it to your supervisor.',
    copy: 'Copy the text',
  },
}
