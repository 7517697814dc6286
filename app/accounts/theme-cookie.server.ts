import type { Theme } from './theme.ts'

const name = '__Host-rondbel-theme'
const year = 365 * 24 * 3600

/** What this device was told to look like; nothing is what its system says. */
export function themeOf(request: Request): Exclude<Theme, 'system'> | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return value === 'light' || value === 'dark' ? value : null
}

/** Kept on the device, not with the account: one screen stands in the sun, another in a dark room. */
export const themeCookie = (theme: Theme) =>
  theme === 'system'
    ? `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`
    : `${name}=${theme}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${year}`
