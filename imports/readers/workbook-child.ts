import { once } from 'node:events'
import { workbookMessages } from '#imports/readers/workbook-rows.ts'

// The program of the process that opens workbooks: somebody else's file gets its own heap and its own clock, and
// nothing of ours is in reach. It writes one JSON message per line and knows nothing of mappings.

for await (const message of workbookMessages(JSON.parse(process.argv[2] ?? '{}'))) {
  // when the reader is slower than we are, wait: neither side piles rows up
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain')
}
