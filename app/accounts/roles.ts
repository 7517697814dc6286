export const roles = ['administrator', 'coordinator', 'caller', 'reader', 'contact-person'] as const
export type Role = (typeof roles)[number]

/** What somebody may be at a desk. */
export const deskRoles = ['desk-administrator', 'supervisor', 'operator'] as const
export type DeskRole = (typeof deskRoles)[number]

/** `noun:verb`, and the roles that may do it. */
export type Holders = Readonly<Record<string, readonly Role[]>>
export type DeskHolders = Readonly<Record<string, readonly DeskRole[]>>

/** In which role somebody works, and where: what menus and buttons hang on. */
export type Who = { as: 'member'; role: Role } | { as: 'desk'; role: DeskRole }
