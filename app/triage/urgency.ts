import { type End, verdictClasses } from './protocol.ts'

/** How urgent an end is, to compare with another of whatever protocol: lower is more urgent. */
export const rankOf = ({ class: verdictClass, hours }: Pick<End, 'class' | 'hours'>): number =>
  verdictClasses.indexOf(verdictClass) * 1_000 + (verdictClass === 'urgent' ? (hours ?? 0) : 0)

/** Less than none. */
export const isLessUrgent = (one: Pick<End, 'class' | 'hours'>, other: Pick<End, 'class' | 'hours'>) =>
  rankOf(one) > rankOf(other)
