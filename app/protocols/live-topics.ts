import { liveTopic } from '#app/core/live-topic.ts'

/** A protocol was changed, proposed or published. */
export const protocolsTopic = liveTopic('protocols')
