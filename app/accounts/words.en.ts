import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  roles: { administrator: 'Administrator', coordinator: 'Coordinator', caller: 'Caller', reader: 'Reader' },
  refusals: {
    required: 'Fill this in.',
    'email-required': 'Fill in your e-mail address.',
    'password-required': 'Fill in your password.',
    email: 'This is not an e-mail address.',
    role: 'Choose a role.',
    'too-short': 'Choose a password of at least 12 characters. A phrase of four words is easy to remember.',
    'too-long': 'This is too long.',
    'too-common': 'This password is too easy to guess. Take four words that have nothing to do with each other.',
    'own-words':
      'Do not use the name of your corporation or a word such as caller or administrator. Take four words that have nothing to do with each other.',
    wrong: 'E-mail address or password is not right.',
    'wrong-password': 'This is not your present password.',
    'too-many-tries': 'Tried too often. Wait a minute and try again.',
    crowded: 'Many people are signing in at this moment. Wait a few seconds and try again.',
    'no-corporation': 'Your account belongs to no corporation now. Ask your administrator to invite you.',
    'already-member': 'This colleague has access already.',
    'last-administrator': 'This is the last administrator. Make a colleague administrator first.',
    'not-found': 'This colleague was not found.',
    'works-elsewhere':
      'This colleague works for another corporation too. Only whoever installed Rondbel can give another password.',
  },
  signIn: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    help: 'Lost your password? Your administrator can give you a link to choose a new one.',
    wasAway:
      'You were away for a while, so you were signed out. Sign in again and go on where you were. What you had typed is kept.',
    shared: 'This is a shared computer',
    sharedHint: 'You are signed out when you do nothing for half an hour, or when you close the browser.',
  },
  frame: {
    search: 'Search by name, number or postcode',
    searchHomes: 'They ring back: find by name, number or address',
    signOut: 'Sign out',
    language: 'Nederlands',
    theme: 'Light or dark screen',
    themes: { light: 'Light', dark: 'Dark', system: 'Like my device' },
    ownAccount: 'My account',
    settings: 'Settings',
    switchTo: (corporation) => `Work for ${corporation}`,
    connectionLost: 'No connection to Rondbel. We keep trying. What you type stays on this screen.',
  },
  error: {
    notFoundTitle: 'This page does not exist',
    notFound: 'The link is old, or this belongs to another corporation.',
    forbiddenTitle: 'You may not see this',
    forbidden: 'Your role gives no access to this. Ask your administrator if you need it.',
    awayTitle: 'One moment',
    away: 'Rondbel will be back shortly. You need to do nothing: this page opens by itself. What you had saved is kept.',
    brokenTitle: 'Something went wrong on our side',
    broken: 'Try again. What you had typed and saved is kept.',
    reference: (id) => `Mention this number if it keeps happening: ${id}`,
    home: 'To Today',
    again: 'Try again',
  },
}
