import { publish } from '#app/core/live.server.ts'
import type { LiveTopic } from '#app/core/live-topic.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeSql, systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import { type Changed, type Claimer, type ClaimKind, type News, ownerId } from './claim-kind.ts'

const waiting = () => processSingleton('claims-to-announce', () => new Map<string, Changed[]>())

/**
 * Tells that something was claimed, with all that was within a moment: a NOTIFY inside the claim itself would make all
 * claims of the whole installation wait for each other at commit. A screen that misses it is told by what comes next.
 */
export function announceClaim(claimer: Claimer, { table, news }: ClaimKind, changed: Changed) {
  const name = `${table} of ${claimer.as} ${ownerId(claimer)}`
  const gathered = waiting().get(name)
  if (gathered) return void gathered.push(changed)
  const all = [changed]
  waiting().set(name, all)
  const scope = claimer.as === 'desk' ? systemDeskScope(claimer.deskId) : systemScope(claimer.corporationId)
  setTimeout(() => {
    waiting().delete(name)
    inScopeSql(scope, (tx) => news.publish(tx, scope, all)).catch(() => {})
  }, news.gatherMs).unref()
}

/** News of the rows of a corporation, by the live topic of the group they belong to. Nothing but a page's figures hangs on them. */
export const newsByTopic = (column: string, topicOf: (group: string) => LiveTopic): News => ({
  column,
  gatherMs: 300,
  publish: async (tx, scope, changed) => {
    const groups = new Set(changed.map(({ group }) => String(group)))
    for (const group of groups) await publish(tx, ownerId(scope), topicOf(group))
  },
})
