import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { addAccount, newAccountSchema } from './accounts/accounts.server.ts'
import { setPassword } from './accounts/new-password.server.ts'
import { refused, UsageError, usage } from './cli-answer.ts'
import { systemScope } from './core/scope.server.ts'
import { findCorporation } from './corporations/corporations.server.ts'

type Options = { corporation: string; email: string; name: string; role: string; passwordFile?: string }

export async function addAccountFromCommand({ corporation: slug, email, name, role, passwordFile }: Options) {
  const corporation = (await findCorporation(slug)) ?? refused('no-such-corporation', { corporation: slug })
  const given = passwordFile && passwordIn(passwordFile)
  const password = given || randomBytes(15).toString('base64url')
  const input = usage(newAccountSchema, { email, name, role, password })
  const answer = await addAccount(systemScope(corporation.id), input)
  if (!answer.ok) return refused(answer.reason)
  const { accountId, keepsPassword } = answer
  return { accountId, email: input.email, role, keepsPassword, ...(given || keepsPassword ? {} : { password }) }
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
