import { liveTopic } from '#app/core/live-topic.ts'

/** What came at night, and who took it up. */
export const nightsTopic = liveTopic('nights')
