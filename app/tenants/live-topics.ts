import { liveTopic } from '#app/core/live-topic.ts'

/** What a coordinator has to know of a tenant. */
export const tenantReportsTopic = liveTopic('tenant-reports')
