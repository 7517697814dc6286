import { type Urgency, urgencies } from './contact.ts'

const minute = 60_000

/** Within how many minutes somebody whose call fell away is rung back. */
const callBackMinutes: Record<Urgency, number> = {
  [urgencies.danger]: 1,
  [urgencies.urgent]: 2,
  [urgencies.general]: 10,
  [urgencies.chat]: 10,
}

export const callBackDueAt = (urgency: Urgency, fellAwayAt: Date): Date =>
  new Date(fellAwayAt.getTime() + callBackMinutes[urgency] * minute)
