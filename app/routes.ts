import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

/** The steps with the rows of a list: each has an address, and one file takes them all. */
const eachOf = (list: string, steps: string[], file: string) =>
  steps.map((step) => route(`${list}/${step}`, file, { id: `${list}/${step}` }))

/** Every address of the product. An action that is no plain create, update or delete has a noun of its own. */
export default [
  // accounts: before somebody is known
  route('sign-in', 'accounts/pages/sign-in.tsx'),
  route('sign-out', 'accounts/pages/sign-out.tsx'),
  route('invitations/:token', 'accounts/pages/invitation.tsx'),
  // requests: for everybody
  route('b/:address', 'requests/pages/public-line.tsx'),

  layout('accounts/pages/frame.tsx', [
    index('today/pages/today.tsx'),

    // accounts
    route('accounts', 'accounts/pages/accounts.tsx'),
    route('accounts/invitations', 'accounts/pages/invitations.tsx'),
    route('accounts/:accountId', 'accounts/pages/account.tsx'),
    route('accounts/:accountId/departure', 'handovers/pages/departure.tsx'),
    route('handovers/:handoverId/seen', 'handovers/pages/seen.tsx'),
    route('account/preferences', 'accounts/pages/preferences.tsx'),
    route('account/place', 'accounts/pages/place-choice.tsx'),

    route('account', 'accounts/pages/own-account.tsx'),

    // corporations
    route('settings', 'corporations/pages/settings.tsx'),
    route('settings/urgent-numbers', 'corporations/pages/urgent-numbers.tsx'),
    route('settings/urgent-numbers/:numberId', 'corporations/pages/urgent-number.tsx'),
    route('settings/urgent-numbers/:numberId/position', 'corporations/pages/urgent-number-position.tsx'),
    route('settings/urgent-numbers/:numberId/removal', 'corporations/pages/urgent-number-removal.tsx'),

    route('settings/office-hours', 'corporations/pages/office-hours.tsx'),

    // reference-values
    route('settings/values', 'reference-values/pages/values.tsx'),
    route('settings/values/:key', 'reference-values/pages/value.tsx'),
    route('settings/values/:key/plans/:planId', 'reference-values/pages/value-plan.tsx'),

    // desks
    route('desk', 'desks/pages/desk.tsx'),
    route('desk/invitations', 'desks/pages/desk-invitations.tsx'),
    route('desk/invitations/many', 'desks/pages/many-desk-invitations.tsx'),
    route('desk/members/:accountId', 'desks/pages/desk-member.tsx'),
    route('desk/corporations/:corporationId', 'desks/pages/corporation-in-hand.tsx'),
    route('desk/corporations/:corporationId/lines/:lineId', 'desks/pages/line-in-hand.tsx'),
    route('desk/corporations/:corporationId/lines/:lineId/switches/:switchId', 'desks/pages/line-switch-in-hand.tsx'),
    route('settings/desks', 'desks/pages/desks-of-corporation.tsx'),
    route('settings/desks/:deskId', 'desks/pages/desk-of-corporation.tsx'),

    // exchanges
    route('desk/rehearsal', 'exchanges/pages/rehearsal.tsx'),
    route('desk/exchanges', 'exchanges/pages/exchanges.tsx'),
    route('desk/exchanges/:exchangeId', 'exchanges/pages/exchange.tsx'),
    route('desk/exchanges/:exchangeId/secret', 'exchanges/pages/secret.tsx'),
    route('desk/exchanges/:exchangeId/numbers/:number', 'exchanges/pages/number.tsx'),
    route('desk/unassigned-calls', 'exchanges/pages/unassigned-calls.tsx'),
    route('desk/unassigned-calls/:callId', 'exchanges/pages/unassigned-call.tsx'),
    route('screen-pop', 'exchanges/pages/screen-pop.tsx'),

    // lines
    route('lines', 'lines/pages/lines-now.tsx'),
    route('settings/lines', 'lines/pages/lines.tsx'),
    route('settings/lines/:lineId', 'lines/pages/line.tsx'),
    route('settings/lines/:lineId/publication', 'lines/pages/line-publication.tsx'),
    route('settings/lines/:lineId/hours/:hoursId', 'lines/pages/line-hours.tsx'),
    route('settings/lines/:lineId/form', 'requests/pages/line-form.tsx'),
    route('settings/lines/:lineId/switches', 'lines/pages/line-switches.tsx'),
    route('settings/lines/:lineId/switches/:switchId', 'lines/pages/line-switch.tsx'),

    // contacts
    route('queue', 'contacts/pages/queue.tsx'),
    route('queue/board', 'contacts/pages/queue-board.tsx'),
    route('queue/operators/:accountId/departure', 'contacts/pages/operator-departure.tsx'),
    route('queue/next', 'contacts/pages/queue-next.tsx'),
    route('queue/ping', 'contacts/pages/queue-ping.tsx'),
    route('queue/presence', 'contacts/pages/queue-presence.tsx'),
    route('contacts', 'contacts/pages/contacts.tsx'),
    route('contacts/new', 'contacts/pages/new-contact.tsx'),
    route('contacts/:contactId', 'contacts/pages/contact.tsx'),
    route('contacts/:contactId/draft', 'contacts/pages/contact-draft.tsx'),
    route('contacts/:contactId/draft/removal', 'contacts/pages/contact-draft-removal.tsx'),
    route('contacts/:contactId/lease', 'contacts/pages/contact-lease.tsx'),
    route('contacts/:contactId/record', 'contacts/pages/contact-record.tsx'),
    ...eachOf(
      'contacts/:contactId',
      [
        ...['danger', 'urgency', 'wish', 'reached', 'owner', 'offer', 'withdrawal', 'refusal', 'acceptance'],
        ...['reopening', 'number', 'place', 'later', 'kind', 'answer', 'circumstance', 'override', 'safety'],
        ...['costs', 'read-back', 'outside-reached'],
      ],
      'contacts/pages/contact-step.tsx',
    ),
    ...eachOf('contacts/:contactId', ['outside', 'outside-missed'], 'contacts/pages/contact-outside.tsx'),
    route('contacts/:contactId/claim', 'contacts/pages/contact-claim.tsx'),
    route('contacts/:contactId/takeover', 'contacts/pages/contact-takeover.tsx'),
    route('contacts/:contactId/release', 'contacts/pages/contact-release.tsx'),

    // wallboard
    route('wallboard', 'wallboard/pages/wallboard.tsx'),

    // papers
    route('papers', 'papers/pages/desk-papers.tsx'),
    route('papers/list', 'papers/pages/papers-list.tsx'),
    route('papers/:corporationId', 'papers/pages/desk-paper.tsx'),
    route('protocols/paper', 'papers/pages/own-paper.tsx'),

    // triage
    route('desk/quality', 'quality/pages/quality-desk.tsx'),
    route('desk/quality/runs', 'quality/pages/quality-desk-runs.tsx'),
    route('desk/quality/file', 'quality/pages/quality-desk-file.tsx'),
    route('desk/quality/suggestion', 'quality/pages/suggestion.tsx'),
    route('protocols/quality', 'quality/pages/quality.tsx'),
    route('protocols/quality/runs', 'quality/pages/quality-runs.tsx'),
    route('protocols/quality/file', 'quality/pages/quality-file.tsx'),
    ...eachOf('protocols/suggestions/:suggestionId', ['settlement', 'reversal'], 'protocols/pages/suggestion-step.tsx'),
    route('protocols', 'protocols/pages/protocols.tsx'),
    route('protocols/:kind', 'protocols/pages/protocol.tsx'),
    route('protocols/:kind/texts', 'protocols/pages/protocol-texts.tsx'),
    route('protocols/:kind/texts/withdrawal', 'protocols/pages/text-withdrawal.tsx'),
    route('protocols/:kind/publication', 'protocols/pages/protocol-publication.tsx'),
    route('protocols/:kind/proposal', 'protocols/pages/protocol-proposal.tsx'),
    route('protocols/:kind/removal', 'protocols/pages/draft-removal.tsx'),
    route('protocols/:kind/national', 'protocols/pages/national-changes.tsx'),
    route('protocols/:kind/history', 'protocols/pages/protocol-history.tsx'),
    route('protocols/:kind/reversal', 'protocols/pages/change-reversal.tsx'),
    route('protocols/:kind/versions/:number/restoration', 'protocols/pages/version-restoration.tsx'),

    // nights
    route('nights', 'nights/pages/nights.tsx'),
    route('nights/file', 'nights/pages/night-file.tsx'),
    route('nights/acknowledgement', 'nights/pages/acknowledgement.tsx'),
    route('nights/reversal', 'nights/pages/reversal.tsx'),
    route('nights/contacts/:contactId', 'nights/pages/night-contact.tsx'),

    // audit
    route('audit', 'audit/pages/audit.tsx'),
    route('audit/file', 'audit/pages/audit-file.tsx'),

    // tenants
    route('tenants', 'tenants/pages/tenants.tsx'),
    route('tenants/:tenantId', 'tenants/pages/tenant.tsx'),
    route('tenants/:tenantId/reports', 'tenants/pages/tenant-reports.tsx'),
    route('tenant-reports/:reportId/seen', 'tenants/pages/report-seen.tsx'),
    route('tenant-reports/:reportId/reversal', 'tenants/pages/report-reversal.tsx'),
    route('tenants/:tenantId/warnings', 'tenants/pages/tenant-warnings.tsx'),
    route('warnings', 'tenants/pages/warnings.tsx'),
    route('warnings/:warningId/ending', 'tenants/pages/warning-ending.tsx'),
    route('corrections', 'tenants/pages/corrections.tsx'),
    route('corrections/file', 'tenants/pages/corrections-file.tsx'),
    ...eachOf('corrections/:correctionId', ['processing', 'reversal'], 'tenants/pages/correction-step.tsx'),

    // tenant-lists
    route('imports', 'tenant-lists/pages/imports.tsx'),
    route('imports/new', 'tenant-lists/pages/new-import.tsx'),
    route('imports/:importId', 'tenant-lists/pages/import.tsx'),
    route('imports/:importId/reading', 'tenant-lists/pages/reading.tsx'),
    route('imports/:importId/mapping', 'tenant-lists/pages/mapping.tsx'),
    route('imports/:importId/deceased', 'tenant-lists/pages/deceased.tsx'),
    ...eachOf('imports/:importId', ['check', 'application', 'cancellation', 'undoing'], 'tenant-lists/pages/step.tsx'),
    route('imports/:importId/rejects', 'tenant-lists/pages/rejects.tsx'),

    // segments
    route('selection', 'segments/pages/selection.tsx'),
    route('selection/count', 'segments/pages/selection-count.tsx'),
    route('selection/names', 'segments/pages/selection-names.tsx'),
    route('segments', 'segments/pages/segments.tsx'),
    route('segments/:segmentId', 'segments/pages/segment.tsx'),

    // follow-ups
    route('follow-ups', 'follow-ups/pages/follow-ups.tsx'),
    route('follow-ups/:followUpId', 'follow-ups/pages/follow-up.tsx'),
    ...eachOf(
      'follow-ups',
      ['completion', 'cancellation', 'reopening', 'due-date', 'owner'],
      'follow-ups/pages/step.tsx',
    ),

    // referrals
    route('referrals', 'referrals/pages/referrals.tsx'),
    route('referrals/:referralId', 'referrals/pages/referral.tsx'),
    ...eachOf(
      'referrals',
      ['sending', 'description', 'acceptance', 'ending', 'reminder', 'notice', 'reversal'],
      'referrals/pages/step.tsx',
    ),
    route('agencies', 'referrals/pages/agencies.tsx'),
    route('agencies/:agencyId', 'referrals/pages/agency.tsx'),
    ...eachOf('agencies/:agencyId', ['closure', 'reopening', 'check'], 'referrals/pages/agency-step.tsx'),

    // gestures
    route('gestures', 'gestures/pages/gestures.tsx'),
    ...eachOf('gestures', ['approval', 'refusal', 'sending', 'reversal'], 'gestures/pages/step.tsx'),
    route('gestures/labels', 'gestures/pages/labels.tsx'),
    route('gestures/labels/pdf', 'gestures/pages/labels-pdf.tsx'),
    route('gestures/order-list', 'gestures/pages/order-list.tsx'),

    // campaigns
    route('campaigns', 'campaigns/pages/campaigns.tsx'),
    route('campaigns/new', 'campaigns/pages/new-campaign.tsx'),
    route('campaigns/:campaignId/draft', 'campaigns/pages/draft.tsx', [
      index('campaigns/pages/draft-index.tsx'),
      route('purpose', 'campaigns/pages/draft-purpose.tsx'),
      route('whom', 'campaigns/pages/draft-whom.tsx'),
      route('script', 'campaigns/pages/draft-script.tsx'),
      route('team', 'campaigns/pages/draft-team.tsx'),
      route('start', 'campaigns/pages/draft-start.tsx'),
    ]),
    route('campaigns/:campaignId', 'campaigns/pages/campaign.tsx', [
      index('campaigns/pages/progress.tsx'),
      route('callers', 'campaigns/pages/team.tsx'),
      route('addresses', 'campaigns/pages/addresses.tsx'),
      route('script', 'campaigns/pages/script.tsx'),
      route('policy', 'campaigns/pages/policy.tsx'),
    ]),
    route('campaigns/:campaignId/addresses/file', 'campaigns/pages/addresses-file.tsx'),
    ...eachOf('campaigns/:campaignId/addresses', ['caller', 'caller-reversal'], 'campaigns/pages/target-step.tsx'),
    route('campaigns/:campaignId/callers/:accountId', 'campaigns/pages/team-member.tsx'),
    route('campaigns/:campaignId/callers/:accountId/departure', 'campaigns/pages/departure.tsx'),
    route('campaigns/:campaignId/spread', 'campaigns/pages/spread.tsx'),
    route('campaigns/:campaignId/spread/reversal', 'campaigns/pages/spread-reversal.tsx'),
    ...eachOf('campaigns/:campaignId', ['launch', 'pause', 'resumption'], 'campaigns/pages/step.tsx'),
    route('campaigns/:campaignId/closure', 'campaigns/pages/closure.tsx'),

    // calls
    route('calls', 'calls/pages/calls.tsx'),
    route('ring-backs', 'calls/pages/ring-backs.tsx'),
    route('calls/:targetId', 'calls/pages/call.tsx'),
    route('calls/:targetId/claim', 'calls/pages/call-claim.tsx'),
    route('calls/:targetId/correction', 'calls/pages/target-correction.tsx'),
    route('calls/:targetId/conversation', 'calls/pages/added-conversation.tsx'),
    route('tenants/:tenantId/conversation', 'calls/pages/tenant-conversation.tsx'),
    ...['calls/:targetId', 'tenants/:tenantId'].flatMap((whom) => [
      route(`${whom}/conversation/draft`, 'calls/pages/conversation-draft.tsx', { id: `${whom}/conversation/draft` }),
      route(`${whom}/conversation/draft/removal`, 'calls/pages/conversation-draft-removal.tsx', {
        id: `${whom}/conversation/draft/removal`,
      }),
    ]),
    route('calls/:targetId/draft', 'calls/pages/call-draft.tsx'),
    route('calls/:targetId/draft/removal', 'calls/pages/call-draft-removal.tsx'),
    route('calls/:targetId/lease', 'calls/pages/call-lease.tsx'),
    route('calls/:targetId/outcome', 'calls/pages/call-outcome.tsx'),
    route('calls/:targetId/release', 'calls/pages/call-release.tsx'),

    // conversations
    route('conversations/:conversationId', 'calls/pages/conversation.tsx'),
    route('attempts/:attemptId', 'calls/pages/attempt.tsx'),
    ...['attempts/:attemptId', 'conversations/:conversationId'].flatMap((which) => [
      route(`${which}/draft`, 'calls/pages/correction-draft.tsx', { id: `${which}/draft` }),
      route(`${which}/draft/removal`, 'calls/pages/correction-draft-removal.tsx', { id: `${which}/draft/removal` }),
    ]),
    route('urgent/:conversationId/closure', 'conversations/pages/urgent-closure.tsx'),
  ]),

  route('*', 'accounts/pages/nowhere.tsx'),
] satisfies RouteConfig
