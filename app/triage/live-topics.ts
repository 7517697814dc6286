import { liveTopic } from '#app/core/live-topic.ts'

/** A protocol was changed, proposed or published. */
export const protocolsTopic = liveTopic('protocols')

/** What a desk would change in a protocol, and what came of it. */
export const suggestionsTopic = liveTopic('protocol-suggestions')
