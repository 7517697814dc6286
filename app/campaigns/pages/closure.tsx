import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader, Row, Section } from '#app/ui/page.tsx'
import { findProgress } from '../campaign-progress.server.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { stepCampaign } from '../step-campaign.server.ts'
import { ClosurePreview } from '../views/closure-preview.tsx'
import { useWords } from '../words.ts'
import { pathAfterStep } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:launch')
  return inScope(actor, async (tx) => {
    const { id, name, state } = await campaignOr404(tx, actor, campaignIdIn(params))
    if (state === 'closed') throw redirect(`/campaigns/${id}`)
    const progress = await findProgress(tx, actor, { campaignId: id, now: new Date() })
    if (!progress) throw notFound()
    const inHands = progress.blocked.find(({ reason }) => reason === 'with-caller')?.homes ?? 0
    return { campaign: { id, name, state }, figures: progress.figures, inHands }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:launch')
  const campaignId = campaignIdIn(params)
  return redirect(pathAfterStep(campaignId, 'close', await stepCampaign(actor, campaignId, 'close')))
}

export default function Closure() {
  const { campaign, figures, inHands } = useLoaderData<typeof loader>()
  const words = useWords().closure
  const isBusy = useNavigation().state === 'submitting'
  const isDraft = campaign.state === 'draft'
  const path = `/campaigns/${campaign.id}`
  return (
    <Page width="narrow">
      <PageHeader title={isDraft ? words.discardTitle(campaign.name) : words.title(campaign.name)} />
      <Section title={words.what} isPanel>
        <ClosurePreview campaign={campaign} figures={figures} inHands={inHands} />
        {!isDraft && <p>{words.keeps}</p>}
        <Banner>{words.lead}</Banner>
      </Section>
      <Row>
        <Form method="post" noValidate>
          <Button type="submit" variant="primary" isPending={isBusy}>
            {isDraft ? words.discard : words.confirm}
          </Button>
        </Form>
        <LinkButton to={path}>{words.cancel}</LinkButton>
      </Row>
    </Page>
  )
}
