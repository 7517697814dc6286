import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'

// One import in a process that does nothing else, so that its peak memory is that of the import.
const { path, corporationId, today } = JSON.parse(process.argv[2] ?? '{}') as {
  path: string
  corporationId: number
  today: string
}
const started = performance.now()
const answer = await importTenantList(
  systemScope(corporationId),
  {
    path,
    fileName: 'huurders.csv',
    today,
    apply: true,
  },
  campaignsFollowLists,
)
const seconds = (performance.now() - started) / 1000
process.stdout.write(JSON.stringify({ seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024, answer }))
process.exit(0)
