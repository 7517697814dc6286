-- AlterTable
ALTER TABLE "line_switch" ADD COLUMN     "operator_desk_id" INTEGER,
ADD COLUMN     "operator_id" UUID,
ADD COLUMN     "switched_by" UUID;

-- AddForeignKey
ALTER TABLE "line_switch" ADD CONSTRAINT "line_switch_corporation_id_switched_by_fkey" FOREIGN KEY ("corporation_id", "switched_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_switch" ADD CONSTRAINT "line_switch_operator_desk_id_operator_id_fkey" FOREIGN KEY ("operator_desk_id", "operator_id") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A desk switches the lines of the corporation in hand that it answers, in its own name, and ends what it switched itself.
GRANT INSERT (corporation_id, line_id, kind, from_at, until_at, desk_id, operator_desk_id, operator_id), UPDATE (until_at) ON line_switch TO rondbel_desk;
CREATE POLICY answered ON line_switch AS RESTRICTIVE FOR INSERT TO rondbel_desk WITH CHECK (
  corporation_id = (SELECT app_one_corporation()) AND operator_desk_id = (SELECT app_desk()) AND operator_id = (SELECT app_account()) AND EXISTS (
    SELECT FROM line_hours h WHERE h.corporation_id = line_switch.corporation_id AND h.line_id = line_switch.line_id AND h.desk_id = (SELECT app_desk())));
CREATE POLICY own_switch ON line_switch AS RESTRICTIVE FOR UPDATE TO rondbel_desk USING (
  corporation_id = (SELECT app_one_corporation()) AND operator_desk_id = (SELECT app_desk()));
-- To send a line on, it knows who else answers for the corporation in hand.
ALTER POLICY own_desk ON desk_corporation USING (desk_id = (SELECT app_desk()) OR corporation_id = (SELECT app_one_corporation()));
CREATE POLICY beside ON desk FOR SELECT TO rondbel_desk USING (EXISTS (
  SELECT FROM desk_corporation s WHERE s.desk_id = desk.id AND s.corporation_id = (SELECT app_one_corporation())));
