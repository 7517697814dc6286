declare const made: unique symbol

/** Under what a change is told and listened to. Only a module's `live-topics.ts` makes one, so a misspelling does not compile. */
export type LiveTopic = string & { readonly [made]: 'live topic' }

/** A topic of everybody in the corporation. */
export const liveTopic = (name: string) => name as LiveTopic

/** A topic for each row: `liveTopicOf('campaign')(id)`. */
export const liveTopicOf = (name: string) => (id: string) => `${name}:${id}` as LiveTopic
