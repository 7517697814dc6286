import type { IconName } from '#app/ui/icon.tsx'
import type { Language } from '#app/ui/language.tsx'
import type { DeskPermission } from './desk-permissions.ts'
import type { Permission } from './permissions.ts'

/** A place in the frame. */
export type Place = {
  to: string
  label: Readonly<Record<Language, string>>
  icon: IconName
  /** Other addresses that belong under it. */
  pathsBelow?: readonly string[]
}

/** The page at `to` asks the same permission. */
export type NavigationEntry = Place & { permission: Permission }
export type DeskNavigationEntry = Place & { permission: DeskPermission }
