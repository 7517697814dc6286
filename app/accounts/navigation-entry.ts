import type { IconName } from '#app/ui/icon.tsx'
import type { Language } from '#app/ui/language.tsx'
import type { Permission } from './permissions.ts'

/** A place in the frame: the page at `to` asks the same permission. */
export type NavigationEntry = {
  to: string
  label: Readonly<Record<Language, string>>
  icon: IconName
  permission: Permission
  /** Other addresses that belong under it. */
  pathsBelow?: readonly string[]
}
