export const roles = ['administrator', 'coordinator', 'caller', 'reader'] as const
export type Role = (typeof roles)[number]

/** `noun:verb`, and the roles that may do it. */
export type Holders = Readonly<Record<string, readonly Role[]>>
