declare const made: unique symbol

/** Under what a change is told and listened to. Only a module's `live-topics.ts` makes one, so a misspelling does not compile. */
export type LiveTopic = string & { readonly [made]: 'live topic' }
/** What only one account is told: `publishTo`. */
export type PersonalTopic = string & { readonly [made]: 'personal topic' }

/** A topic of everybody in the corporation. */
export const liveTopic = (name: string) => name as LiveTopic

/** A topic for each row: `liveTopicOf('campaign')(id)`. */
export const liveTopicOf = (name: string) => (id: string) => `${name}:${id}` as LiveTopic

/** A topic for each account, which their own pages hear and nobody else's: it would tell who works when. */
export const personalTopicOf = (name: string) => (accountId: string) => `${name}:${accountId}` as PersonalTopic
