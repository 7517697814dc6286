export const gestureKinds = ['card', 'flowers'] as const
export type GestureKind = (typeof gestureKinds)[number]

/** What one costs, in cents, with postage. */
export const priceCents: Record<GestureKind, number> = { card: 250, flowers: 2500 }

export const gestureStates = ['requested', 'approved', 'sent', 'refused'] as const
export type GestureState = (typeof gestureStates)[number]

/** Where the sealed words of a gesture stand. */
export const textColumn = (rowId: string) => ({ table: 'gesture', column: 'text_sealed', rowId })
