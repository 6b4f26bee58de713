CREATE TABLE `fact_stretches` (
	`last_id` integer PRIMARY KEY NOT NULL,
	`oldest` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `events_user_traits`;--> statement-breakpoint
DROP INDEX `events_account_traits`;--> statement-breakpoint
CREATE INDEX `events_user_traits` ON `events` (`user_id`,`timestamp`) WHERE type = 'identify';--> statement-breakpoint
CREATE INDEX `events_account_traits` ON `events` (`account_id`,`timestamp`) WHERE type = 'group';--> statement-breakpoint
DROP INDEX `users_account`;--> statement-breakpoint
CREATE INDEX `users_name` ON `users` (lower(traits ->> '$.name')) WHERE lower(traits ->> '$.name') is not null;--> statement-breakpoint
CREATE INDEX `users_email` ON `users` (lower(traits ->> '$.email')) WHERE lower(traits ->> '$.email') is not null;--> statement-breakpoint
CREATE INDEX `users_account` ON `users` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `rejected_messages_filters` ON `rejected_messages` (`id`,`reason`,`key_id`,`complete`);--> statement-breakpoint
CREATE INDEX `rejected_messages_kinds` ON `rejected_messages` (`reason`,`detail`,`id`,`received_at`);