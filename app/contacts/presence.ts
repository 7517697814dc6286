/** What somebody of a desk says of themselves. `off`: not at work; nothing comes to them. */
export const presenceStates = ['free', 'break', 'off'] as const
export type PresenceState = (typeof presenceStates)[number]

/** What others see of them: while a contact is in their hands, where that stands. `gone`: their screen says nothing any more. */
export const shownPresences = ['free', 'in-call', 'wrapping-up', 'break', 'gone', 'off'] as const
export type ShownPresence = (typeof shownPresences)[number]

/** After how long without a word of their screen an operator is gone. */
export const goneAfterSeconds = 60
