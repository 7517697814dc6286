import { expect, type Page } from '@playwright/test'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import type { Role } from '#app/accounts/roles.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { open } from './alive.ts'

export const password = 'zeven paarse fietsbellen'
let passwordHash: Promise<string> | null = null

/** A colleague who can sign in with the password of all of them. */
export async function aColleague(corporation: Corporation, role: Role, name: string): Promise<Actor> {
  passwordHash ??= hashPassword(password)
  return anActor(corporation, { role, name, passwordHash: await passwordHash })
}

export async function signIn(page: Page, { email }: { email: string }) {
  await open(page, '/sign-in')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord').fill(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
}
