/** Why a file was not taken as it came in. */
const uploadReasons = ['no-file', 'bad-date', 'too-large', 'too-many-lists', 'too-many-bytes', 'disk-full'] as const
export type UploadReason = (typeof uploadReasons)[number]

/** Says the reason beside the page that says it in words. */
export const reasonHeader = 'X-Refused'

/** What an answer means that is no page of a list. */
export function reasonOf(status: number, header: string | null): UploadReason | 'lost' {
  if (status === 413) return 'too-large'
  return uploadReasons.find((reason) => reason === header) ?? 'lost'
}
