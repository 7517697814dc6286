/** A PDF that is shown and can be printed, and that no browser or proxy keeps. */
export const shownPdf = (pdf: Uint8Array): Response =>
  new Response(pdf as BodyInit, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="protocollen.pdf"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
