-- What the indicators about persons said on the day the cycle lost its persons (RULE-39): afterwards nobody can be asked.
alter table program_cycles add column frozen_indicators jsonb;
