import { createRoot } from 'react-dom/client'
import { Routed } from '#tests/ui/specimen/routed.tsx'
import { Specimen } from '#tests/ui/specimen/specimen.tsx'
import '#app/styles.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Routed>
      <Specimen />
    </Routed>,
  )
}
