import type { KeptList } from './kept-papers.ts'
import { keptPath } from './paper-paths.ts'

const words = {
  title: 'De server is even weg',
  whatNow: 'Neem de telefoon gewoon op. Hieronder staan de protocollen, nummers en tijden van elke corporatie.',
  write: 'Schrijf op papier op: tijd, naam, adres, nummer, wat er is en wat u besloot. Vul het later in.',
  keptAt: (moment: string) => `Bijgewerkt ${moment}`,
  again: 'Opnieuw proberen',
  none: 'Op deze computer zijn geen protocollen bewaard.',
}

// Nothing of it comes from elsewhere and nothing of it runs.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const style = `
  :root { color-scheme: light dark; font: 1.125rem/1.5 'Atkinson Hyperlegible', system-ui, sans-serif }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.75rem; line-height: 1.2 }
  ul { list-style: none; padding: 0 }
  li a { display: block; padding: .75rem 0; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
  .again { display: inline-block; padding: .5rem 1rem; border: 2px solid; border-radius: .5rem; text-decoration: none }`

/** The page instead of one that the server did not give: each paper by the name of its corporation. `path`: what was asked for. */
export function keptPage({ papers, keptAt }: KeptList, path: string): Response {
  const rows = papers.map(
    ({ corporationId, name }) => `<li><a href="${keptPath}/${corporationId}">${escaped(name)}</a></li>`,
  )
  const moment = new Date(keptAt).toLocaleString('nl-NL', { weekday: 'long', hour: '2-digit', minute: '2-digit' })
  const body = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title><style>${style}</style></head><body><main><h1>${words.title}</h1><p>${words.whatNow}</p><p>${words.write}</p>
<p><a class="again" href="${escaped(path)}">${words.again}</a></p>${
    papers.length > 0 ? `<p>${words.keptAt(moment)}</p><ul>${rows.join('')}</ul>` : `<p>${words.none}</p>`
  }</main></body></html>`
  return new Response(body, {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    },
  })
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
