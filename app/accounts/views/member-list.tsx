import { Form, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Member } from '../accounts.server.ts'
import { useColleagueWords } from '../colleague-words.ts'
import { type MemberSearch, memberRoles, memberStates } from '../member-search.ts'
import { useWords } from '../words.ts'

type Listed = Omit<Member, 'lastSeenAt'> & { lastSeenAt: Date | string | null }
type Props = {
  members: Listed[]
  total: number
  page: number
  perPage: number
  search: MemberSearch | undefined
  now: Date | string
}

/** Who has access, a page at a time, or all that a search found. */
export function MemberList({ members, total, page, perPage, search, now }: Props) {
  const words = useColleagueWords().accounts
  const language = useLanguage()
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <SearchMembers search={search} />
      <p className="text-ink-soft" aria-live="polite">
        {words.found(numberText(total, language), total === 1)}
      </p>
      {members.length === 0 ? (
        <EmptyState title={words.noneFound} icon="search">
          {words.noneFoundLead}
        </EmptyState>
      ) : (
        <MemberTable members={members} now={now} />
      )}
      {!search && <Pagination page={page} perPage={perPage} total={total} to={(to) => `/accounts?page=${to}`} />}
    </div>
  )
}

/** Posted: a name does not belong in an address. */
function SearchMembers({ search }: Pick<Props, 'search'>) {
  const { roles } = useWords()
  const words = useColleagueWords().accounts
  return (
    <Form
      key={JSON.stringify(search)}
      method="post"
      className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2"
      noValidate
    >
      <TextField
        name="q"
        type="search"
        label={words.search}
        defaultValue={search?.q}
        autoComplete="off"
        maxLength={200}
      />
      <SelectField
        name="ofRole"
        label={words.role}
        defaultValue={search?.role ?? 'any'}
        options={memberRoles.map((value) => ({ value, label: value === 'any' ? words.anyRole : roles[value] }))}
      />
      <SelectField
        name="state"
        label={words.state}
        defaultValue={search?.state ?? 'any'}
        options={memberStates.map((value) => ({ value, label: words.states[value] }))}
      />
      <SearchButtons isSearched={search !== undefined} />
    </Form>
  )
}

function SearchButtons({ isSearched }: { isSearched: boolean }) {
  const words = useColleagueWords().accounts
  const isBusy = useNavigation().state === 'submitting'
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" icon="search" isPending={isBusy}>
        {words.searchNow}
      </Button>
      {isSearched && (
        <LinkButton to="/accounts" variant="plain">
          {words.clear}
        </LinkButton>
      )}
    </div>
  )
}

function MemberTable({ members, now }: Pick<Props, 'members' | 'now'>) {
  const { roles } = useWords()
  const words = useColleagueWords().accounts
  return (
    <Table
      caption={words.caption}
      isCaptionHidden
      rows={members}
      rowKey={(member) => member.accountId}
      rowTo={(member) => `/accounts/${member.accountId}`}
      columns={[
        { key: 'name', label: words.name, cell: (member) => member.name },
        { key: 'role', label: words.role, cell: (member) => roles[member.role] },
        { key: 'email', label: words.email, cell: (member) => member.email },
        {
          key: 'seen',
          label: words.lastSeen,
          cell: (member) => (member.lastSeenAt ? <MomentText at={member.lastSeenAt} now={now} /> : words.never),
        },
      ]}
    />
  )
}
