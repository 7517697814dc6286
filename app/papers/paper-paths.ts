/** Which there are, as JSON; asked for by the browser itself. */
export const papersListPath = '/papers/list'
export const paperPath = (corporationId: number) => `/papers/${corporationId}`
/** What the browser has: never reaches the server. */
export const keptPath = '/papers/kept'
