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
