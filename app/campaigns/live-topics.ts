import { liveTopic, liveTopicOf } from '#app/core/live-topic.ts'

/** Which campaigns there are, and in which state. */
export const campaignsTopic = liveTopic('campaigns')

/** The figures of one campaign moved. */
export const campaignTopic = liveTopicOf('campaign')

/** Its state or its team changed: whoever is on the phone hears it. */
export const teamChanged = (campaignId: string) => ({
  topic: campaignTopic(campaignId),
  details: { isTeamChanged: true },
})
