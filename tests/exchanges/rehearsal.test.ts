import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { serveDemo } from '#app/core/demo.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { listExchanges } from '#app/exchanges/exchanges.server.ts'
import { action, loader } from '#app/exchanges/pages/rehearsal.tsx'
import { rehearsalAt, stopRehearsal } from '#app/exchanges/simulate/rehearsals.server.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn } from '#tests/support/signed-in.ts'

let supervisor: DeskActor

beforeEach(async () => {
  await useDatabase()
  const linde = await aCorporation()
  supervisor = await aDeskActor(await aDesk([linde]), { corporations: [linde], role: 'supervisor' })
  await aLine(linde.id)
})
afterEach(() => {
  stopRehearsal(supervisor.deskId)
  resetSingleton('demo')
})

const asked = async (method: string, body?: URLSearchParams) => ({
  request: await signedIn(supervisor, '/desk/rehearsal', { method, ...(body && { body }) }),
  params: {},
  context: {} as never,
})

test('an evening is played by an exchange of its own, and stopped by one press', async () => {
  serveDemo()
  await action(await asked('POST', new URLSearchParams({ evening: 'storm' })))
  expect(rehearsalAt(supervisor.deskId)).toMatchObject({ evening: 'storm' })
  expect(await loader(await asked('GET'))).toMatchObject({ playing: { evening: 'storm', minutesLeft: 10 } })
  const exchanges = await inScope(supervisor, (tx) => listExchanges(tx, supervisor))
  expect(exchanges.map(({ name }) => name)).toEqual(['Simulatie'])
  await action(await asked('DELETE'))
  expect(rehearsalAt(supervisor.deskId)).toBeNull()
})

test('where people really ring there is no such page', async () => {
  await expect(loader(await asked('GET'))).rejects.toMatchObject({ status: 404 })
  await expect(action(await asked('POST', new URLSearchParams({ evening: 'busy' })))).rejects.toMatchObject({
    status: 404,
  })
})
