import type { DeskHolders, DeskRole } from './roles.ts'

/** Who may do what at a desk: the one table. A member's permissions hold nothing there, nor these with a corporation. */
const holders = {
  'desk:see': ['desk-administrator', 'supervisor', 'operator'],
  'desk:manage': ['desk-administrator'],
  'line:redirect': ['desk-administrator', 'supervisor'],
  'contact:see': ['desk-administrator', 'supervisor', 'operator'],
  'wallboard:see': ['desk-administrator', 'supervisor', 'operator'],
  'contact:work': ['supervisor', 'operator'],
  'contact:supervise': ['supervisor'],
  'quality:see': ['desk-administrator', 'supervisor'],
  'protocol:suggest': ['supervisor'],
  'rehearsal:play': ['desk-administrator', 'supervisor'],
} as const satisfies DeskHolders

export type DeskPermission = keyof typeof holders
/** @internal Tests go through them all. */
export const deskPermissions = Object.keys(holders) as DeskPermission[]

export function canAtDesk(who: DeskRole | { role: DeskRole }, permission: DeskPermission): boolean {
  const role = typeof who === 'string' ? who : who.role
  return (holders[permission] as readonly DeskRole[]).includes(role)
}
