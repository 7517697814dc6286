import type { TriageKind } from './kinds.ts'

export const pathOf = (kind: TriageKind, rest = '') => `/protocols/${kind}${rest}`
