import type { RejectReason, WarningCode } from '#imports/problems.ts'

/** How a reason is called in counts for people and other programs: "invalid e-mail address". */
export function reasonKey(code: RejectReason | WarningCode): string {
  return code.replace('email', 'e-mail').replaceAll(/(?<!\be)-/g, ' ')
}
