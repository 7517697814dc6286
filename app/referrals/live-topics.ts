import { liveTopic } from '#app/core/live-topic.ts'

export const referralsTopic = liveTopic('referrals')
