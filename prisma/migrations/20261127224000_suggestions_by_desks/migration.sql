-- A desk suggests; what becomes of it the corporation says.
REVOKE INSERT ON protocol_suggestion FROM rondbel_desk;
GRANT INSERT (corporation_id, id, kind, account_id, words, signal, place) ON protocol_suggestion TO rondbel_desk;
