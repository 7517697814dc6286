import { liveTopic } from '#app/core/live-topic.ts'

export const gesturesTopic = liveTopic('gestures')
