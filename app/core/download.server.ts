import { ReadableStream as NodeReadableStream } from 'node:stream/web'

/** A file that no browser or proxy keeps. The name is our own words and a date, never anything typed. */
export function download(
  body: Uint8Array | string | ReadableStream<Uint8Array>,
  { name, type }: { name: string; type: string },
): Response {
  const safeName = name.replace(/[^\w.-]/g, '-')
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${safeName}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/**
 * Text that is made while it is read, for a file too long to hold in memory. When making it fails the connection breaks
 * off, so that nobody takes a part for the whole; when whoever reads it goes away, no more of it is made.
 */
export const textStream = (chunks: AsyncIterable<string>) =>
  NodeReadableStream.from(encoded(chunks)) as unknown as ReadableStream<Uint8Array>

async function* encoded(chunks: AsyncIterable<string>) {
  const encoder = new TextEncoder()
  for await (const text of chunks) yield encoder.encode(text)
}
