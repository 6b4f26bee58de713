CREATE TABLE `support_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`message` text NOT NULL,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	`severity` text NOT NULL,
	`tier` text NOT NULL,
	`user_id` text,
	`account_id` text,
	`identity` text NOT NULL,
	`opened_at` integer NOT NULL,
	`respond_by` integer NOT NULL,
	`resolve_by` integer NOT NULL,
	`answered_at` integer,
	`closed_at` integer,
	`due_at` integer
);
--> statement-breakpoint
CREATE INDEX `support_requests_due` ON `support_requests` (`due_at`,`id`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `support_requests_closed` ON `support_requests` (`closed_at`,`id`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `support_requests_user` ON `support_requests` (`user_id`,`id`);--> statement-breakpoint
ALTER TABLE `article_views` ADD `contacted` integer DEFAULT 0 NOT NULL;