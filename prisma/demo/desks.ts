import type { Actor } from '#app/accounts/authorize.server.ts'
import { addDeskMember } from '#app/accounts/desk-members.server.ts'
import type { DeskRole } from '#app/accounts/roles.ts'
import { systemDeskScope } from '#app/core/scope.server.ts'
import { addDesk, type Desk, letDeskServe } from '#app/desks/desks.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import { addHours, addLine, type HoursInput } from '#app/lines/lines.server.ts'
import { tellOfTheDay } from './day.ts'
import { tellOfNightsBefore, tellOfTheNight } from './night.ts'

const workDays = ['1', '2', '3', '4', '5']
const daysOff = ['6', '7', 'holiday']

/** Everybody of the desk, and by what name they sign in. */
const people: [email: string, name: string, role: DeskRole][] = [
  ['operator01', 'Yasmin Bakker', 'operator'],
  ['operator02', 'Tom Verbeek', 'operator'],
  ['operator03', 'Lieke Aarts', 'operator'],
  ['dienst', 'Ruud Hermans', 'supervisor'],
  ['beheer', 'Nadia Mertens', 'desk-administrator'],
]

/**
 * A desk that answers for the corporation outside office hours, its own contact centre by day, where the coordinator works
 * too, and the lines that tenants ring.
 */
export async function tellOfDesks(coordinator: Actor, password: string) {
  const night = await aDesk(coordinator, { slug: 'meldkamer-noord', name: 'Meldkamer Noord' })
  const own = await aDesk(coordinator, { slug: 'contactcentrum', name: 'Contactcentrum De Linde' })
  for (const [email, name, role] of people)
    await aMember(night, { email: `${email}@meldkamer.example`, name, role, password })
  await aMember(own, { email: coordinator.email, name: coordinator.name, role: 'supervisor' })
  const lineId = await aLine(coordinator, { name: 'Spoedreparatie', kind: 'urgent-repairs' }, [
    { days: workDays, opens: '08:00', closes: '17:00', deskId: own.id },
    { days: workDays, opens: '17:00', closes: '08:00', deskId: night.id },
    { days: daysOff, opens: '08:00', closes: '08:00', deskId: night.id },
  ])
  const chatLineId = await aLine(coordinator, { name: 'Kletslijn', kind: 'chat' }, [
    { days: workDays, opens: '10:00', closes: '16:00', deskId: own.id },
  ])
  const generalLineId = await aLine(coordinator, { name: 'Algemeen', kind: 'general' }, [
    { days: workDays, opens: '08:00', closes: '17:00', deskId: own.id },
  ])
  const now = new Date()
  await tellOfNightsBefore(coordinator, { deskId: night.id, lineId }, now)
  await tellOfTheNight(coordinator, { deskId: night.id, lineId }, now)
  await tellOfTheDay(coordinator, { deskId: own.id, chatLineId, generalLineId }, now)
}

type LineInput = { name: string; kind: LineKind }

async function aDesk(coordinator: Actor, desk: { slug: string; name: string }): Promise<Desk> {
  const answer = await addDesk(desk)
  if (!answer.ok) throw new Error(answer.reason)
  await letDeskServe(coordinator, answer.desk.id, { from: new Date(), until: null })
  return answer.desk
}

async function aMember({ id }: Desk, member: { email: string; name: string; role: DeskRole; password?: string }) {
  const answer = await addDeskMember(systemDeskScope(id), member)
  if (!answer.ok) throw new Error(answer.reason)
}

async function aLine(coordinator: Actor, line: LineInput, hours: HoursInput[]): Promise<string> {
  const added = await addLine(coordinator, line)
  if (!added.ok) throw new Error(added.reason)
  for (const row of hours) {
    const answer = await addHours(coordinator, added.id, row)
    if (!answer.ok) throw new Error(answer.reason)
  }
  return added.id
}
