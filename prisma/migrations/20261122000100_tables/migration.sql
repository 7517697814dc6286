-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "corporation_id" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "own_home_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("corporation_id","account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "corporation_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "account_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "corporation_id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("corporation_id","seq")
);

-- CreateTable
CREATE TABLE "campaign" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "purpose" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "reason_to_call" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "script" JSONB NOT NULL DEFAULT '[]',
    "policy" JSONB NOT NULL,
    "budget_cents" INTEGER,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "launched_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "drawn_on" DATE,
    "spread_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "campaign_caller" (
    "corporation_id" INTEGER NOT NULL,
    "campaign_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "hours" DOUBLE PRECISION NOT NULL DEFAULT 15,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_caller_pkey" PRIMARY KEY ("corporation_id","campaign_id","account_id")
);

-- CreateTable
CREATE TABLE "target" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "campaign_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "assigned_to" UUID,
    "next_at" TIMESTAMPTZ(3),
    "appointment_with" UUID,
    "attempt_count" SMALLINT NOT NULL DEFAULT 0,
    "last_outcome" TEXT,
    "last_attempt_at" TIMESTAMPTZ(3),
    "last_caller_id" UUID,
    "claimed_by" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_reason" TEXT,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "target_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "target_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT NOT NULL,
    "number_used" TEXT,
    "skip_reason" TEXT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "call_draft" (
    "corporation_id" INTEGER NOT NULL,
    "target_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "fence" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_draft_pkey" PRIMARY KEY ("corporation_id","target_id","account_id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "tenant_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "attempt_id" UUID,
    "campaign_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notes_sealed" BYTEA,
    "wellbeing" TEXT,
    "topics" TEXT[],
    "urgent_sealed" BYTEA,
    "urgent_closed_at" TIMESTAMPTZ(3),
    "urgent_closed_by" UUID,
    "urgent_result_sealed" BYTEA,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "corporation" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    "language" TEXT NOT NULL DEFAULT 'nl',
    "sealed_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "corporation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "tenant_id" UUID NOT NULL,
    "conversation_id" UUID,
    "campaign_id" UUID,
    "kind" TEXT NOT NULL,
    "promise_sealed" BYTEA,
    "owner_id" UUID NOT NULL,
    "promised_by" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "due_time" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "result_sealed" BYTEA,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "agency" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "helps_with" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "email" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "agency_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "referral" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "tenant_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "conversation_id" UUID,
    "campaign_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "ending" TEXT,
    "question_sealed" BYTEA,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "promised_by" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "remind_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "tenant_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "gesture" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "tenant_id" UUID NOT NULL,
    "conversation_id" UUID,
    "campaign_id" UUID,
    "kind" TEXT NOT NULL,
    "text_sealed" BYTEA,
    "price_cents" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "sent_by" UUID,

    CONSTRAINT "gesture_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "idempotent_write" (
    "corporation_id" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_write_pkey" PRIMARY KEY ("corporation_id","account_id","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "segment" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "segment_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "tenant_import" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "listed_on" DATE NOT NULL,
    "inspection" JSONB,
    "mapping" JSONB,
    "problem" JSONB,
    "counts" JSONB,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "bytes_done" BIGINT NOT NULL DEFAULT 0,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undo_counts" JSONB,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "tenant_import_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "tenant_import_row" (
    "corporation_id" INTEGER NOT NULL,
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "rejection" TEXT,
    "warnings" TEXT[],
    "changed" TEXT[],
    "tenant_id" UUID,
    "cells" JSONB,
    "number" TEXT,
    "sex" TEXT,
    "initials" TEXT,
    "first_name" TEXT,
    "infix" TEXT,
    "last_name" TEXT,
    "is_estate" BOOLEAN NOT NULL DEFAULT false,
    "birth_on" DATE,
    "deceased_on" DATE,
    "landline" TEXT,
    "mobile" TEXT,
    "other_phone" TEXT,
    "email" TEXT,
    "language" TEXT,
    "tenancy_started_on" DATE,
    "tenancy_ended_on" DATE,
    "household_size" SMALLINT,
    "is_do_not_call" BOOLEAN NOT NULL DEFAULT false,
    "home_number" TEXT,
    "street" TEXT,
    "house_number" TEXT,
    "addition" TEXT,
    "postcode" TEXT,
    "city" TEXT,
    "municipality" TEXT,
    "complex" TEXT,
    "arrears_cents" INTEGER,
    "last_arrears_on" DATE,
    "nuisance_reported_on" DATE,
    "nuisance_caused_on" DATE,

    CONSTRAINT "tenant_import_row_pkey" PRIMARY KEY ("corporation_id","import_id","row_number")
);

-- CreateTable
CREATE TABLE "tenant_import_change" (
    "corporation_id" INTEGER NOT NULL,
    "import_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "tenant_import_change_pkey" PRIMARY KEY ("corporation_id","import_id","subject_kind","subject_id")
);

-- CreateTable
CREATE TABLE "list_mapping" (
    "corporation_id" INTEGER NOT NULL,
    "header_fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "confirmed_by" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "list_mapping_pkey" PRIMARY KEY ("corporation_id","header_fingerprint")
);

-- CreateTable
CREATE TABLE "home" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL,
    "street" TEXT,
    "house_number" TEXT,
    "addition" TEXT,
    "postcode" TEXT,
    "city" TEXT,
    "municipality" TEXT,
    "complex" TEXT,
    "first_import_id" UUID,

    CONSTRAINT "home_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "tenant" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL,
    "home_id" UUID,
    "sex" TEXT,
    "initials" TEXT,
    "first_name" TEXT,
    "infix" TEXT,
    "last_name" TEXT NOT NULL,
    "is_estate" BOOLEAN NOT NULL DEFAULT false,
    "birth_on" DATE,
    "deceased_on" DATE,
    "landline" TEXT,
    "mobile" TEXT,
    "other_phone" TEXT,
    "email" TEXT,
    "language" TEXT,
    "tenancy_started_on" DATE,
    "tenancy_ended_on" DATE,
    "household_size" SMALLINT,
    "is_do_not_call" BOOLEAN NOT NULL DEFAULT false,
    "objected_at" TIMESTAMPTZ(3),
    "reported_moved_at" TIMESTAMPTZ(3),
    "reported_deceased_at" TIMESTAMPTZ(3),
    "wants_calls" BOOLEAN NOT NULL DEFAULT false,
    "attention_sealed" BYTEA,
    "gone_since" TIMESTAMPTZ(3),
    "last_spoken_at" TIMESTAMPTZ(3),
    "last_outcome" TEXT,
    "last_attempt_at" TIMESTAMPTZ(3),
    "first_import_id" UUID,
    "last_import_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "tenant_circumstance" (
    "corporation_id" INTEGER NOT NULL,
    "tenant_id" UUID NOT NULL,
    "arrears_cents" INTEGER,
    "last_arrears_on" DATE,
    "nuisance_reported_on" DATE,
    "nuisance_caused_on" DATE,

    CONSTRAINT "tenant_circumstance_pkey" PRIMARY KEY ("corporation_id","tenant_id")
);

-- CreateTable
CREATE TABLE "tenant_correction" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "tenant_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "list_value" TEXT,
    "value" TEXT,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreed_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "tenant_correction_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "number_strike" (
    "corporation_id" INTEGER NOT NULL,
    "tenant_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "number_strike_pkey" PRIMARY KEY ("corporation_id","tenant_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_corporation_id_token_hash_key" ON "invitation"("corporation_id", "token_hash");

-- CreateIndex
CREATE INDEX "audit_event_corporation_id_subject_kind_subject_id_idx" ON "audit_event"("corporation_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_corporation_id_event_id_key" ON "audit_link"("corporation_id", "event_id");

-- CreateIndex
CREATE INDEX "campaign_corporation_id_state_idx" ON "campaign"("corporation_id", "state");

-- CreateIndex
CREATE INDEX "campaign_caller_corporation_id_account_id_idx" ON "campaign_caller"("corporation_id", "account_id");

-- CreateIndex
CREATE INDEX "target_corporation_id_campaign_id_state_assigned_to_positio_idx" ON "target"("corporation_id", "campaign_id", "state", "assigned_to", "position");

-- CreateIndex
CREATE INDEX "target_corporation_id_home_id_idx" ON "target"("corporation_id", "home_id");

-- CreateIndex
CREATE INDEX "target_corporation_id_tenant_id_idx" ON "target"("corporation_id", "tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_corporation_id_campaign_id_home_id_key" ON "target"("corporation_id", "campaign_id", "home_id");

-- CreateIndex
CREATE INDEX "attempt_corporation_id_target_id_idx" ON "attempt"("corporation_id", "target_id");

-- CreateIndex
CREATE INDEX "attempt_corporation_id_campaign_id_at_idx" ON "attempt"("corporation_id", "campaign_id", "at");

-- CreateIndex
CREATE INDEX "attempt_corporation_id_account_id_at_idx" ON "attempt"("corporation_id", "account_id", "at");

-- CreateIndex
CREATE INDEX "conversation_corporation_id_tenant_id_at_idx" ON "conversation"("corporation_id", "tenant_id", "at");

-- CreateIndex
CREATE INDEX "conversation_corporation_id_campaign_id_idx" ON "conversation"("corporation_id", "campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "corporation_slug_key" ON "corporation"("slug");

-- CreateIndex
CREATE INDEX "follow_up_corporation_id_state_due_on_idx" ON "follow_up"("corporation_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "follow_up_corporation_id_owner_id_state_idx" ON "follow_up"("corporation_id", "owner_id", "state");

-- CreateIndex
CREATE INDEX "follow_up_corporation_id_tenant_id_idx" ON "follow_up"("corporation_id", "tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "agency_corporation_id_name_key" ON "agency"("corporation_id", "name");

-- CreateIndex
CREATE INDEX "referral_corporation_id_state_remind_on_idx" ON "referral"("corporation_id", "state", "remind_on");

-- CreateIndex
CREATE INDEX "referral_corporation_id_tenant_id_idx" ON "referral"("corporation_id", "tenant_id");

-- CreateIndex
CREATE INDEX "gesture_corporation_id_state_requested_at_idx" ON "gesture"("corporation_id", "state", "requested_at");

-- CreateIndex
CREATE INDEX "gesture_corporation_id_tenant_id_idx" ON "gesture"("corporation_id", "tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "segment_corporation_id_name_key" ON "segment"("corporation_id", "name");

-- CreateIndex
CREATE INDEX "tenant_import_corporation_id_uploaded_at_idx" ON "tenant_import"("corporation_id", "uploaded_at");

-- CreateIndex
CREATE INDEX "home_corporation_id_postcode_idx" ON "home"("corporation_id", "postcode");

-- CreateIndex
CREATE UNIQUE INDEX "home_corporation_id_number_key" ON "home"("corporation_id", "number");

-- CreateIndex
CREATE INDEX "tenant_corporation_id_home_id_idx" ON "tenant"("corporation_id", "home_id");

-- CreateIndex
CREATE INDEX "tenant_corporation_id_birth_on_idx" ON "tenant"("corporation_id", "birth_on");

-- CreateIndex
CREATE INDEX "tenant_corporation_id_last_name_idx" ON "tenant"("corporation_id", "last_name");

-- CreateIndex
CREATE UNIQUE INDEX "tenant_corporation_id_number_key" ON "tenant"("corporation_id", "number");

-- CreateIndex
CREATE INDEX "tenant_correction_corporation_id_tenant_id_idx" ON "tenant_correction"("corporation_id", "tenant_id");

-- AddForeignKey
ALTER TABLE "campaign_caller" ADD CONSTRAINT "campaign_caller_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_corporation_id_home_id_fkey" FOREIGN KEY ("corporation_id", "home_id") REFERENCES "home"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_corporation_id_target_id_fkey" FOREIGN KEY ("corporation_id", "target_id") REFERENCES "target"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_draft" ADD CONSTRAINT "call_draft_corporation_id_target_id_fkey" FOREIGN KEY ("corporation_id", "target_id") REFERENCES "target"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_agency_id_fkey" FOREIGN KEY ("corporation_id", "agency_id") REFERENCES "agency"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gesture" ADD CONSTRAINT "gesture_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_import_change" ADD CONSTRAINT "tenant_import_change_corporation_id_import_id_fkey" FOREIGN KEY ("corporation_id", "import_id") REFERENCES "tenant_import"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_corporation_id_home_id_fkey" FOREIGN KEY ("corporation_id", "home_id") REFERENCES "home"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_circumstance" ADD CONSTRAINT "tenant_circumstance_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_correction" ADD CONSTRAINT "tenant_correction_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_strike" ADD CONSTRAINT "number_strike_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

