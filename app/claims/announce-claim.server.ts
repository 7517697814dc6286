import { publish } from '#app/core/live.server.ts'
import type { LiveTopic } from '#app/core/live-topic.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'

const gatherMs = 300
const waiting = () => processSingleton('claims-to-announce', () => new Set<string>())

/**
 * Tells that claims moved, at most a few times a second: a NOTIFY inside the claim itself would make all claims of the
 * whole installation wait for each other at commit. Nothing but a page's figures hangs on it.
 */
export function announceClaim(corporationId: number, topic: LiveTopic) {
  const name = `${corporationId}:${topic}`
  if (waiting().has(name)) return
  waiting().add(name)
  setTimeout(() => {
    waiting().delete(name)
    inScopeSql(systemScope(corporationId), (tx) => publish(tx, corporationId, topic)).catch(() => {})
  }, gatherMs).unref()
}
