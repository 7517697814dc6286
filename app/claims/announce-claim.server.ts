import { publish } from '#app/core/live.server.ts'
import type { LiveTopic } from '#app/core/live-topic.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { type News, ownerId } from './claim-kind.ts'

const gatherMs = 300
const waiting = () => processSingleton('claims-to-announce', () => new Set<string>())

/**
 * Tells that claims moved, at most a few times a second: a NOTIFY inside the claim itself would make all claims of the
 * whole installation wait for each other at commit. Nothing but a page's figures hangs on it.
 */
function announceClaim(corporationId: number, topic: LiveTopic) {
  const name = `${corporationId}:${topic}`
  if (waiting().has(name)) return
  waiting().add(name)
  setTimeout(() => {
    waiting().delete(name)
    inScopeSql(systemScope(corporationId), (tx) => publish(tx, corporationId, topic)).catch(() => {})
  }, gatherMs).unref()
}

/** News of the rows of a corporation, by the live topic of the group they belong to. */
export const newsByTopic = (column: string, topicOf: (group: string) => LiveTopic): News => ({
  column,
  publish: async (tx, scope, changed) => {
    const groups = new Set(changed.map(({ group }) => String(group)))
    for (const group of groups) await publish(tx, ownerId(scope), topicOf(group))
  },
  ofClaim: { soon: (claimer, { group }) => announceClaim(ownerId(claimer), topicOf(String(group))) },
})
