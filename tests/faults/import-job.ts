import { workOnTenantList } from '#jobs/workers/tenant-lists.ts'

// One job of a tenant list in a process of its own, to be killed: `tsx import-job.ts <payload>`.
const payload = JSON.parse(process.argv[2] ?? '{}') as unknown
process.stdout.write('started\n')
await workOnTenantList('job', payload)
process.exit(0)
