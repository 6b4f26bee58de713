-- Rows as version 0000 wrote them. Never edit: it stands for databases in the field.
INSERT INTO events (id, message_id, type, event, user_id, account_id, timestamp, received_at, properties, traits, context)
VALUES ('019cad8f-ac00-7000-8000-000000000001', 'm1', 'track', 'student_created', 'mia', 'linde', 1772438400000, 1772438400000, '{}', '{}', '{}');
INSERT INTO rejected_messages (id, received_at, message_id, detail, payload)
VALUES ('019cad8f-ac00-7000-8000-000000000002', 1772438400000, 'm2', 'A track message needs an "event".', '{}');
INSERT INTO users (id, account_id, account_since, traits, first_seen_at, last_seen_at)
VALUES ('mia', 'linde', 1772438400000, '{"name":"Mia"}', 1772438400000, 1772438400000);
INSERT INTO accounts (id, traits, first_seen_at, last_seen_at, score, band, revision, scored_revision)
VALUES ('linde', '{"name":"Linde","segment":"school","mrr":149}', 1772438400000, 1772438400000, 62, 'Healthy', 2, 2);
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
INSERT INTO article_views (article, locale, day, count) VALUES ('planning/conflicts', 'en', '2026-03-02', 3);
