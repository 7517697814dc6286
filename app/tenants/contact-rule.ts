/** Why a tenant `t` may not be rung, as known now: a list drawn last week does not know who has died since. */
export const whyNotCallable = (today: string) => `CASE
    WHEN t.deceased_on IS NOT NULL OR t.reported_deceased_at IS NOT NULL OR t.is_estate THEN 'deceased'
    WHEN t.gone_since IS NOT NULL OR t.reported_moved_at IS NOT NULL OR t.tenancy_ended_on <= ${today} THEN 'moved'
    WHEN t.objected_at IS NOT NULL OR t.is_do_not_call THEN 'do-not-call' END`
