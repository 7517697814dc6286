import { personalTopicOf } from '#app/core/live-topic.ts'

/** What waits for one account, by its id. */
export const todayTopic = personalTopicOf('today')
