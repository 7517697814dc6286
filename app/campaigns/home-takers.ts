/** Who gets the homes of somebody who leaves: one colleague, the callers of each round, or whoever is free. */
export const homeTakers = ['colleague', 'spread', 'all'] as const
export type HomeTaker = (typeof homeTakers)[number]
