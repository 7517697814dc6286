import type { HistoryEvent } from '#app/tenants/history.ts'

/** Events that follow each other and fold together, as one group; any other is a group of its own. */
export function foldEvents<Event extends Pick<HistoryEvent, 'what' | 'fold'>>(events: readonly Event[]): Event[][] {
  const groups: Event[][] = []
  for (const event of events) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && event.fold !== undefined && event.what === last.what && event.fold === last.fold)
      group.push(event)
    else groups.push([event])
  }
  return groups
}
