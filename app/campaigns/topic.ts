/** The live topic of one round: its figures moved. */
export const campaignTopic = (campaignId: string) => `campaign:${campaignId}`
