import { campaignTopic } from './live-topics.ts'

/** Its state or its team changed: whoever is on the phone hears it. */
export const teamChanged = (campaignId: string) => ({
  topic: campaignTopic(campaignId),
  details: { isTeamChanged: true },
})
