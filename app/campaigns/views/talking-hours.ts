import { assumed } from '../plan-assumptions.ts'

/** Hours on the phone for so many homes, as in comparable campaigns. */
export const hoursOfTalking = (homes: number) => (homes * assumed.reachedShare * assumed.minutesPerReached) / 60
