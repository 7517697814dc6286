import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type AddedAccount, addAccount, newAccountSchema } from './accounts/accounts.server.ts'
import { addDeskMember, newDeskMemberSchema } from './accounts/desk-members.server.ts'
import { setPassword } from './accounts/new-password.server.ts'
import { refused, UsageError, usage } from './cli-answer.ts'
import { systemDeskScope, systemScope } from './core/scope.server.ts'
import { findCorporation } from './corporations/corporations.server.ts'
import { findDesk } from './desks/desks.server.ts'

type Person = { email: string; name: string; role: string; passwordFile?: string }

export async function addAccountFromCommand({ corporation: slug, ...person }: Person & { corporation: string }) {
  const corporation = (await findCorporation(slug)) ?? refused('no-such-corporation', { corporation: slug })
  return addFromCommand(person, (given) => addAccount(systemScope(corporation.id), usage(newAccountSchema, given)))
}

export async function addDeskMemberFromCommand({ desk: slug, ...person }: Person & { desk: string }) {
  const desk = (await findDesk(slug)) ?? refused('no-such-desk', { desk: slug })
  return addFromCommand(person, (given) => addDeskMember(systemDeskScope(desk.id), usage(newDeskMemberSchema, given)))
}

/** With the password of the file, or one that is made and said once. */
async function addFromCommand(
  { email, name, role, passwordFile }: Person,
  add: (person: object) => Promise<AddedAccount>,
) {
  const given = passwordFile && passwordIn(passwordFile)
  const password = given || randomBytes(15).toString('base64url')
  const answer = await add({ email, name, role, password })
  if (!answer.ok) return refused(answer.reason)
  const { accountId, keepsPassword } = answer
  return {
    accountId,
    email: email.trim().toLowerCase(),
    role,
    keepsPassword,
    ...(given || keepsPassword ? {} : { password }),
  }
}

export async function setPasswordFromCommand({ email, passwordFile }: { email: string; passwordFile?: string }) {
  const given = passwordFile && passwordIn(passwordFile)
  const password = given || randomBytes(15).toString('base64url')
  const address = usage(newAccountSchema.pick({ email: true }), { email }).email
  const answer = await setPassword(address, password, new Date())
  if (!answer.ok) return refused(answer.reason)
  return { accountId: answer.accountId, email: address, ...(given ? {} : { password }) }
}

function passwordIn(file: string) {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').trim()
  } catch {
    throw new UsageError(`The password in ${file} cannot be read.`)
  }
}
