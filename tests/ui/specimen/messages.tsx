import { useState } from 'react'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { NumberField } from '#app/ui/field.tsx'
import { Row, Section } from '#app/ui/page.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { useToast } from '#app/ui/toast.tsx'

export function Messages() {
  return (
    <>
      <Section title="Meldingen">
        <Banner title="De lijst van vandaag is ingelezen.">310 nieuwe huurders, 95 gewijzigd.</Banner>
        <Banner tone="attention" title="Let op: slechthorend" action={<Button>Bekijken</Button>}>
          Spreek langzaam en laat de telefoon lang overgaan.
        </Banner>
        <Banner tone="danger" title="Gaslucht: laat iedereen naar buiten gaan.">
          Zeg: "Gaat u nu naar buiten. Doe geen licht aan of uit."
        </Banner>
        <Row>
          <Badge>Concept</Badge>
          <Badge tone="waiting">Wacht</Badge>
          <Badge tone="active">Loopt</Badge>
          <Badge tone="done">Klaar</Badge>
          <Badge tone="attention">3 dagen te laat</Badge>
          <Badge tone="danger">Gevaar</Badge>
        </Row>
      </Section>
      <Section title="Selectie">
        <p className="leading-10">
          Huurders die{' '}
          <Chip label="80 jaar of ouder" onRemove={() => {}}>
            {(close) => (
              <>
                <NumberField name="age" label="Vanaf welke leeftijd?" unit="jaar" defaultValue="80" />
                <Button variant="primary" onClick={close}>
                  Klaar
                </Button>
              </>
            )}
          </Chip>{' '}
          zijn en{' '}
          <Chip label="geen e-mailadres" onRemove={() => {}}>
            {() => <p>Met of zonder</p>}
          </Chip>{' '}
          hebben en wonen in{' '}
          <Chip label="kies een plaats" isIncomplete>
            {() => <p>Plaats</p>}
          </Chip>
          .
        </p>
        <Steps
          label="Inlezen"
          current={3}
          steps={[
            { label: 'Bestand', to: '/1' },
            { label: 'Kolommen', to: '/2' },
            { label: 'Controle' },
            { label: 'Toegepast' },
          ]}
        />
      </Section>
      <Buttons />
    </>
  )
}

function Buttons() {
  const [isOpen, setIsOpen] = useState(false)
  const toast = useToast()
  const close = () => setIsOpen(false)
  const actions = (
    <>
      <Button onClick={close}>Annuleren</Button>
      <Button variant="primary" onClick={close}>
        Pauzeren
      </Button>
    </>
  )
  const notify = () => toast({ text: 'Gesprek opgeslagen.', undo: { run: () => {} } })
  return (
    <Section title="Knoppen">
      <Row>
        <Button variant="primary" keys="ctrl+enter" onClick={notify}>
          Opslaan en volgende
        </Button>
        <Button onClick={() => setIsOpen(true)}>Pauzeren</Button>
        <Button variant="plain">Annuleren</Button>
        <Button variant="danger" icon="phone">
          Bel 112
        </Button>
        <Button variant="primary" isPending>
          Opslaan
        </Button>
        <Button disabled>Starten</Button>
      </Row>
      <Dialog title="Belactie pauzeren?" isOpen={isOpen} onClose={close} actions={actions}>
        <p>35 bellers krijgen geen nieuwe adressen meer. Wie nu in gesprek is, kan het gesprek afmaken.</p>
      </Dialog>
    </Section>
  )
}
