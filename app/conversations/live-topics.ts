import { liveTopic } from '#app/core/live-topic.ts'

/** Who needs help now. */
export const urgentTopic = liveTopic('urgent')
