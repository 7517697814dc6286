export const gestureKinds = ['card', 'flowers'] as const
export type GestureKind = (typeof gestureKinds)[number]
