import { liveTopic, liveTopicOf } from '#app/core/live-topic.ts'

/** Which campaigns there are, and in which state. */
export const campaignsTopic = liveTopic('campaigns')

/** The figures of one campaign moved. */
export const campaignTopic = liveTopicOf('campaign')
