import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { addMember } from '#app/accounts/accounts.server.ts'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import type { Role } from '#app/accounts/roles.ts'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { dataPath, env } from '#app/core/env.server.ts'
import { beforeSignIn, inScope, systemScope } from '#app/core/scope.server.ts'
import { addCorporation, type Corporation, findCorporation } from '#app/corporations/corporations.server.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { tellOfDesks } from './demo/desks.ts'
import { tellOfProtocols } from './demo/protocols.ts'
import { tellDemoStory } from './demo/story.ts'
import { demoTenantList } from './demo/tenant-list.ts'

const slug = 'de-linde'
const tenants = 2_400
const callers = [
  'Anouk de Boer',
  'Bart Mulder',
  'Carla Smit',
  'Dirk Bakker',
  'Esra Yılmaz',
  'Frank Visser',
  'Greet Jansen',
  'Hans de Groot',
  'Ineke Bos',
  'Jeroen Vos',
  'Karin Peters',
  'Lars Hendriks',
  'Marja Dekker',
  'Noor El Idrissi',
  'Otto Brouwer',
  'Petra de Wit',
  'Quinten Maas',
  'Rianne Dijkstra',
  'Sjoerd Smits',
  'Truus de Graaf',
  'Umut Çelik',
  'Vera van der Meer',
  'Willem Kok',
  'Xandra Jacobs',
  'Yvonne de Haan',
  'Zeno Vermeulen',
  'Agnes Schouten',
  'Bram Willems',
  'Christa Hoekstra',
  'Daan Verhoeven',
  'Els Koster',
  'Fatima Benali',
  'Gijs Prins',
  'Hanneke Blom',
  'Igor Kowalski',
]

/** Where everybody of the story has an address. */
const people = ['@de-linde.example', '@meldkamer.example']

let password: string | null = null

/** The story of corporation De Linde, told once; told already, it is left as it is. */
export async function seedDemo() {
  const existing = await findCorporation(slug)
  if (existing) return finishExisting(existing)
  console.log('Telling the story of corporation De Linde …')
  const answer = await addCorporation({ slug, name: 'De Linde' })
  if (!answer.ok) throw new Error(answer.reason)
  const { corporation } = answer
  password = newPassword()
  const passwordHash = await hashPassword(password)
  const add = (email: string, name: string, role: Role) =>
    aColleague(corporation, { email: `${email}@de-linde.example`, name, role, passwordHash })
  await add('beheer', 'Bea Heerema', 'administrator')
  const contactPerson = await add('contact', 'Peter Post', 'contact-person')
  const coordinator = await add('coordinator', 'Cora Dinator', 'coordinator')
  const team: Actor[] = []
  for (const [index, name] of callers.entries())
    team.push(await add(`beller${String(index + 1).padStart(2, '0')}`, name, 'caller'))
  await importDemoList(corporation)
  await tellDemoStory(coordinator, team, new Date())
  // After the numbers and amounts, which the protocols name.
  await tellOfProtocols(coordinator, contactPerson, new Date())
  await tellOfDesks(coordinator, password)
}

export function tellWhoMaySignIn() {
  console.log(`
  Sign in at ${env().publicUrl.origin} with one of
    coordinator@de-linde.example              runs the call rounds
    beller01@de-linde.example … beller35@     make the calls
    beheer@de-linde.example                   looks after accounts and lists
    contact@de-linde.example                  sees what the night brought, and who answers the lines
    operator01@meldkamer.example              answers for De Linde at night; dienst@ and beheer@ run the desk
  ${password ? `and the password  ${password}` : 'and the password that was printed at the first start; DEMO_PASSWORD=… npm run demo gives them another.'}
`)
}

async function finishExisting({ id }: Corporation) {
  const scope = systemScope(id)
  const campaigns = await inScope(scope, (tx) => tx.campaign.count({ where: { corporationId: scope.corporationId } }))
  if (campaigns === 0)
    console.log(`The story was broken off at the first start. Remove ${env().dataDir} to hear it whole.`)
  await choosePassword()
}

/** With DEMO_PASSWORD the people of the demo have that password from now on; without, the one they were given. */
async function choosePassword() {
  const demoPassword = env().DEMO_PASSWORD
  if (!demoPassword) return
  password = demoPassword
  const passwordHash = await hashPassword(demoPassword)
  await beforeSignIn((tx) =>
    tx.account.updateMany({
      where: { OR: people.map((domain) => ({ email: { endsWith: domain } })) },
      data: { passwordHash },
    }),
  )
}

const newPassword = () => env().DEMO_PASSWORD ?? randomBytes(9).toString('base64url')

async function importDemoList({ id, timeZone }: Corporation) {
  const today = dateIn(timeZone, new Date())
  mkdirSync(dataPath('demo'), { recursive: true, mode: 0o700 })
  const path = dataPath('demo', 'huurders.csv')
  writeFileSync(path, demoTenantList(tenants, today), { mode: 0o600 })
  const answer = await importTenantList(
    systemScope(id),
    { path, fileName: 'huurders.csv', today, apply: true },
    campaignsFollowLists,
  )
  if (!answer.ok) throw new Error(answer.refusal.reason)
}

async function aColleague(
  corporation: Corporation,
  person: { email: string; name: string; role: Role; passwordHash: string },
): Promise<Actor> {
  const answer = await addMember(systemScope(corporation.id), person)
  if (!answer.ok) throw new Error(answer.reason)
  const { id, name: corporationName, timeZone } = corporation
  const { email, name, role } = person
  return {
    corporationId: id,
    as: 'member',
    accountId: answer.accountId,
    role,
    name,
    email,
    timeZone,
    language: 'nl',
    corporationName,
  }
}
