import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { publish } from '#app/core/live.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'

const gatherMs = 300
const waiting = () => processSingleton('claims-to-announce', () => new Set<string>())

/**
 * Tells that claims of a round moved, at most a few times a second: a NOTIFY inside the claim itself would make all
 * claims of the whole installation wait for each other at commit. Nothing but a page's figures hangs on it.
 */
export function announceClaim(corporationId: number, campaignId: string) {
  const name = `${corporationId}:${campaignId}`
  if (waiting().has(name)) return
  waiting().add(name)
  setTimeout(() => {
    waiting().delete(name)
    const scope = systemScope(corporationId)
    inScopeSql(scope, (tx) => publish(tx, corporationId, campaignTopic(campaignId))).catch(() => {})
  }, gatherMs).unref()
}
