-- AlterTable
ALTER TABLE "desk_member" ADD COLUMN     "extension" TEXT;

-- CreateTable
CREATE TABLE "desk_invitation" (
    "desk_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_invitation_pkey" PRIMARY KEY ("desk_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_invitation_desk_id_token_hash_key" ON "desk_invitation"("desk_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "desk_member_desk_id_extension_key" ON "desk_member"("desk_id", "extension");

-- AddForeignKey
ALTER TABLE "desk_invitation" ADD CONSTRAINT "desk_invitation_desk_id_invited_by_fkey" FOREIGN KEY ("desk_id", "invited_by") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "desk_invitation"
  ADD CONSTRAINT "desk_invitation_role_check" CHECK ("role" IN ('desk-administrator', 'supervisor', 'operator'));

-- As for a corporation's: whoever looks after the desk sees and makes them, and before sign-in they are found by their link.
SELECT protect_by_desk('desk_invitation');
CREATE POLICY before_sign_in ON desk_invitation USING (app_before_sign_in()) WITH CHECK (app_before_sign_in());
GRANT SELECT, INSERT, UPDATE (used_at) ON desk_invitation TO rondbel_desk;
GRANT SELECT, UPDATE (used_at) ON desk_invitation TO rondbel_app;
