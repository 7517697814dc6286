-- AlterTable
ALTER TABLE "desk_contact" ADD COLUMN     "ask_later_at" TIMESTAMPTZ(3),
ADD COLUMN     "danger_sign" TEXT,
ADD COLUMN     "number_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "place_sealed" BYTEA;

ALTER TABLE "contact_step"
  DROP CONSTRAINT "contact_step_kind_check",
  ADD CONSTRAINT "contact_step_kind_check" CHECK ("kind" IN ('arrived', 'answered', 'fell-away', 'rang-again', 'returned', 'offered', 'offer-declined', 'offer-withdrawn', 'handed-over', 'taken-over', 'raised', 'lowered', 'call-back-promised', 'call-back-tried', 'call-ended', 'caller-found', 'danger-denied', 'number-noted', 'place-noted', 'kind-found', 'closed', 'reopened'));
ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_danger_sign_check" CHECK ("danger_sign" IN ('gas', 'carbon-monoxide', 'fire', 'water-near-power', 'trapped-in-lift', 'hurt', 'falling'));

GRANT UPDATE (danger_sign, place_sealed, number_asked_at, ask_later_at) ON desk_contact TO rondbel_desk;
