import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  title: (name) => `Hello ${name}`,
  meta: (day) => `It is ${day}.`,
  own: {
    title: 'What you promised',
    none: 'Nothing is open today.',
  },
  steering: {
    title: 'To take up',
    none: 'Nothing is waiting.',
  },
  administration: {
    title: 'The system',
    allWell: 'Everything works.',
    database: 'Database',
    migrations: 'Tables',
    queue: 'Queue for tasks',
    works: 'works',
    broken: 'does not work',
    chain: 'Audit log',
    chainOk: (links) => `intact, ${links} lines`,
    chainBroken: (at) => `broken from line ${at}`,
    lastImport: 'Last list read',
    importStates: {
      uploaded: 'waits for columns',
      mapped: 'waits for the check',
      checking: 'is being checked',
      checked: 'waits to be applied',
      applying: 'is being applied',
      applied: 'applied',
      undoing: 'is being undone',
      undone: 'undone',
      failed: 'failed',
      cancelled: 'stopped',
    },
    rows: (count) => `${count} rows`,
    noImport: 'Nothing read yet',
    invitations: 'Invitations still open',
    invitationsNone: 'No open invitations',
    until: (moment) => `valid until ${moment}`,
    expired: 'expired',
    accounts: 'Manage colleagues',
    audit: 'See the audit log',
  },
  start: {
    title: 'First read a tenant list',
    lead: 'Without tenants there is nobody to call. A list from your own system is enough: CSV or Excel.',
    import: 'Read a tenant list',
    wait: 'There are no tenants in Rondbel yet. Your administrator or coordinator first reads a list.',
  },
}
