import { liveTopicOf } from '#app/core/live-topic.ts'

/** How far one tenant list is. */
export const importTopic = liveTopicOf('import')
