-- The links now hold an event column by column. The chain is laid anew over the events as they stand, within seconds.
TRUNCATE audit_link;
