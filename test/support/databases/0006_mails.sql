-- Rows as version 0006 wrote them. Never edit: it stands for databases in the field.
INSERT INTO events (message_id, type, event, user_id, account_id, timestamp, received_at, properties, traits, context)
VALUES ('m1', 'track', 'student_created', 'mia', 'linde', 1772438400000, 1772438400000, '{}', '{}', '{}');
INSERT INTO rejected_messages (id, received_at, message_id, reason, detail, payload, complete, key_id, user_id)
VALUES ('019cad8f-ac00-7000-8000-000000000002', 1772438400000, 'm2', 'invalid', 'A track message needs an "event".', '{}', 1, 'write', 'mia');
INSERT INTO users (id, account_id, account_since, traits, trait_times, first_seen_at, last_seen_at)
VALUES ('mia', 'linde', 1772438400000, '{"name":"Mia"}', '{"name":1772438400000}', 1772438400000, 1772438400000);
INSERT INTO visitors (anonymous_id, user_id, event_id) VALUES ('v1', 'mia', 1);
INSERT INTO tombstones (subject_hash, erased_at) VALUES ('00', 1772438400000);
INSERT INTO erasures (user_id, erased_at, removed) VALUES ('jonas', 1772438400000, '{"facts":1}');
INSERT INTO fact_stretches (last_id, oldest) VALUES (1, 1772438400000);
INSERT INTO keys (id, kind, name, hash, hint, scopes, created_at)
VALUES ('019cad8f-ac00-7000-8000-000000000005', 'secret', 'CRM', '00', 'cdef', '["read"]', 1772438400000);
INSERT INTO audit_log (id, at, actor, action, target, status, request_id, count)
VALUES ('019cad8f-ac00-7000-8000-000000000006', 1772438400000, 'secret', 'listEvents', '/v1/events', 200, 'r1', 1);
INSERT INTO jobs (name, due_at) VALUES ('recompute', 1772438400000);
INSERT INTO accounts (id, traits, name, segment, mrr, first_seen_at, last_seen_at, score, band, revision, scored_revision)
VALUES ('linde', '{"name":"Linde","segment":"school","mrr":149}', 'Linde', 'school', 149, 1772438400000, 1772438400000, 62, 'Healthy', 2, 2);
INSERT INTO enrolments (account_id, program, started_at) VALUES ('linde', 'school-setup', 1772438400000);
INSERT INTO event_totals (subject, event, first_at, count) VALUES ('account:linde', 'student_created', 1772438400000, 1);
INSERT INTO daily_events (account_id, day, event, count) VALUES ('linde', '2026-03-02', 'student_created', 1);
INSERT INTO daily_users (account_id, day, user_id, count) VALUES ('linde', '2026-03-02', 'mia', 1);
INSERT INTO health_history (account_id, scorecard, day, score, band, coverage, scored_at)
VALUES ('linde', 'vectra', '2026-03-02', 62, 'Healthy', 0.6, 1772438400000);
INSERT INTO survey_responses (id, submission_id, survey, subject, user_id, account_id, answers, completed, created_at, updated_at)
VALUES ('019cad8f-ac00-7000-8000-000000000003', 's1', 'nps', 'user:mia', 'mia', 'linde', '{"score":9}', 1, 1772438400000, 1772438400000);
INSERT INTO impressions (id, subject, kind, target, action, account_id, at)
VALUES ('019cad8f-ac00-7000-8000-000000000004', 'user:mia', 'survey', 'nps', 'shown', 'linde', 1772438400000);
INSERT INTO article_feedback (id, article, locale, helpful, reason, comment, created_at)
VALUES ('f1', 'planning/conflicts', 'en', 0, 'unclear', 'Which one wins?', 1772438400000);
INSERT INTO article_views (article, locale, day, count, contacted) VALUES ('planning/conflicts', 'en', '2026-03-02', 3, 1);
INSERT INTO searches (id, query, normalised, locale, results, clicked, created_at)
VALUES ('q1', 'QR bill', 'qr bill', 'en', 2, 'invoicing/send-invoice', 1772438400000);
INSERT INTO support_requests (id, subject, message, email, locale, severity, tier, user_id, account_id, identity, opened_at, respond_by, resolve_by, due_at)
VALUES ('r1', 'Invoices', 'They are stuck.', 'mia@linde.example', 'en', 'P2', 'pro', 'mia', 'linde', 'email', 1772438400000, 1772524800000, 1772697600000, 1772524800000);
INSERT INTO mails (id, key, template, locale, variables, address, mailbox, user_id, status, created_at, due_at)
VALUES ('019cad8f-ac00-7000-8000-000000000007', 'request-received r1', 'request-received', 'en', '{"reference":"7K3M-9QXT"}', 'mia@linde.example', 'mia@linde.example', 'mia', 'queued', 1772438400000, 1772438400000);
