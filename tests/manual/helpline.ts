import { connectDatabase } from '#app/core/connect-database.server.ts'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { closeDatabase } from '#app/core/db.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { type InHand, inScope, inScopeSql, systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import { findCorporation } from '#app/corporations/corporations.server.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { findDesk } from '#app/desks/desks.server.ts'
import { listLines } from '#app/lines/lines.server.ts'
import { nightBefore } from '#app/nights/night-window.ts'
import { dateIn } from '#app/time/clock.ts'
import { aContact } from '#prisma/builders/contact.ts'
import { whoMayRing } from '#prisma/demo/contacts.ts'
import { nightToTellOf, tellOfTheNight } from '#prisma/demo/night.ts'
import { asDue } from '#tests/e2e/as-due.ts'

/** Which of those who may ring: none of whom the demo tells a night. */
const firstToRing = 150

type Ringing = { line?: 'Spoedreparatie' | 'Kletslijn'; secondsAgo?: number; isHidden?: boolean; isDanger?: boolean }

export type Helpline = {
  /** Somebody rings who rang before nobody else, and waits at the desk of the night, at whatever hour. Gives the contact. */
  ring(ringing?: Ringing): Promise<string>
  /** Winds the clock of who is to be rung back on to now. */
  windOn(contactId: string): Promise<void>
  /** Tells of a night that is over when the one of the demo is not, and gives the day on which it began. */
  nightThatIsOver(): Promise<string>
  close(): Promise<void>
}

/** What happens to the demo from outside: it is told in its database, as its exchange would have it told. */
export async function openHelpline(dataDir: string): Promise<Helpline> {
  process.env.DATA_DIR = dataDir
  const database = await connectDatabase()
  await signInAsLogins(database.url)
  const { scope, timeZone, lines } = await theDesk()
  let rang = firstToRing
  return {
    async ring({ line = 'Spoedreparatie', isHidden = false, ...ringing } = {}) {
      const people = await inScopeSql(scope, (tx) => whoMayRing(tx, scope, ++rang))
      const phone = isHidden ? null : (people.at(-1)?.phone ?? null)
      const lineId = lines.find(({ name }) => name === line)?.id ?? ''
      const id = await aContact(scope, { corporationId: scope.corporationId, lineId, phone, isHidden, ...ringing })
      await inScopeSql(scope, (tx) => publishContacts(tx, scope.deskId, [id]))
      return id
    },
    windOn: (contactId) => asDue(scope, contactId),
    async nightThatIsOver() {
      const now = new Date()
      const told = nightToTellOf(timeZone, now)
      if (told.until <= now) return dateIn(timeZone, told.from)
      const lineId = lines.find(({ name }) => name === 'Spoedreparatie')?.id ?? ''
      const before = nightBefore(usualOfficeHours, timeZone, told)
      await tellOfTheNight({ ...scope, timeZone }, { deskId: scope.deskId, lineId }, before.until)
      return dateIn(timeZone, before.from)
    },
    async close() {
      await closeDatabase()
      await database.stop()
    },
  }
}

async function theDesk() {
  const [corporation, desk] = await Promise.all([findCorporation('de-linde'), findDesk('meldkamer-noord')])
  if (!corporation || !desk) throw new Error('The demo has no helpline.')
  const { id: corporationId, timeZone } = corporation
  const scope: InHand = { ...systemDeskScope(desk.id), corporationIds: [corporationId], corporationId }
  const lines = await inScope(systemScope(corporationId), (tx) => listLines(tx, [corporationId]))
  return { scope, timeZone, lines }
}
