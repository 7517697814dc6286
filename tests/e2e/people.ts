import { expect, type Page } from '@playwright/test'
import type { Actor, DeskActor } from '#app/accounts/authorize.server.ts'
import { homeOf } from '#app/accounts/navigation.ts'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import type { DeskRole, Role, Who } from '#app/accounts/roles.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { open } from './alive.ts'

export const password = 'zeven paarse fietsbellen'
let passwordHash: Promise<string> | null = null

/** A colleague who can sign in with the password of all of them. */
export async function aColleague(corporation: Corporation, role: Role, name: string): Promise<Actor> {
  passwordHash ??= hashPassword(password)
  return anActor(corporation, { role, name, passwordHash: await passwordHash })
}

/** Somebody of a desk that answers for the corporation, with the same password. */
export async function anOperator(corporation: Corporation, role: DeskRole): Promise<DeskActor> {
  return aDeskActor(await aDesk([corporation]), { role, corporations: [corporation], password })
}

/** Another of the same desk. */
export const aDeskColleague = (
  { deskId, deskName, timeZone }: DeskActor,
  { corporation, role, name }: { corporation: Corporation; role: DeskRole; name: string },
): Promise<DeskActor> =>
  aDeskActor({ id: deskId, name: deskName, timeZone } as Desk, { role, name, corporations: [corporation], password })

export async function signIn(page: Page, person: Who & { email: string }) {
  await open(page, '/sign-in')
  await page.getByLabel('E-mailadres').fill(person.email)
  await page.getByLabel('Wachtwoord').fill(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(homeOf(person))
}
