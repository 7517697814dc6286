/** What comparable campaigns needed, until this one has figures of its own. */
export const assumed = { minutesPerReached: 20, attemptsPerReached: 1.8, reachedShare: 0.79, hoursPerCallerPerDay: 0.5 }
