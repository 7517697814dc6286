import { liveTopic } from '#app/core/live-topic.ts'

export const followUpsTopic = liveTopic('follow-ups')
