import { liveTopic } from '#app/core/live-topic.ts'

/** What a desk would change in a protocol, and what came of it. */
export const suggestionsTopic = liveTopic('protocol-suggestions')
