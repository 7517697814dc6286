import type { GestureKind } from './kinds.ts'

/** What one costs, in cents, with postage. */
export const priceCents: Record<GestureKind, number> = { card: 250, flowers: 2500 }
