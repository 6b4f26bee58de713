CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`template` text NOT NULL,
	`locale` text NOT NULL,
	`variables` text,
	`address` text NOT NULL,
	`mailbox` text NOT NULL,
	`reply_to` text,
	`user_id` text,
	`status` text NOT NULL,
	`error` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer,
	`leased_until` integer,
	`settled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_key_unique` ON `mails` (`key`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `mails_status` ON `mails` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `mails_mailbox` ON `mails` (`mailbox`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_user` ON `mails` (`user_id`,`id`);