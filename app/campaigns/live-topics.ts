import { liveTopic, liveTopicOf } from '#app/core/live-topic.ts'

/** Which rounds there are, and in which state. */
export const campaignsTopic = liveTopic('campaigns')

/** The figures of one round moved. */
export const campaignTopic = liveTopicOf('campaign')
