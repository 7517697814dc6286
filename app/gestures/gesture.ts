export const gestureKinds = ['card', 'flowers'] as const
export type GestureKind = (typeof gestureKinds)[number]

export const gestureStates = ['requested', 'approved', 'sent', 'refused'] as const
export type GestureState = (typeof gestureStates)[number]

/** Where the sealed words of a gesture stand. */
export const textColumn = (rowId: string) => ({ table: 'gesture', column: 'text_sealed', rowId })
