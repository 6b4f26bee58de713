CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`traits` text DEFAULT '{}' NOT NULL,
	`traits_at` integer DEFAULT 0 NOT NULL,
	`name` text GENERATED ALWAYS AS (iif(json_type(traits, '$.name') in ('text', 'integer', 'real'), traits ->> '$.name', null)) VIRTUAL,
	`segment` text GENERATED ALWAYS AS (iif(json_type(traits, '$.segment') in ('text', 'integer', 'real'), traits ->> '$.segment', null)) VIRTUAL,
	`plan` text GENERATED ALWAYS AS (iif(json_type(traits, '$.plan') in ('text', 'integer', 'real'), traits ->> '$.plan', null)) VIRTUAL,
	`mrr` real GENERATED ALWAYS AS (iif(json_type(traits, '$.mrr') in ('integer', 'real'), traits ->> '$.mrr', null)) VIRTUAL,
	`owner` text GENERATED ALWAYS AS (iif(json_type(traits, '$.owner') in ('text', 'integer', 'real'), traits ->> '$.owner', null)) VIRTUAL,
	`stage` text GENERATED ALWAYS AS (iif(json_type(traits, '$.stage') in ('text', 'integer', 'real'), traits ->> '$.stage', null)) VIRTUAL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`score` integer,
	`band` text,
	`folded` text,
	`revision` integer DEFAULT 0 NOT NULL,
	`scored_revision` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `accounts_unscored` ON `accounts` (`id`) WHERE revision > scored_revision;--> statement-breakpoint
CREATE TABLE `article_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`article` text NOT NULL,
	`locale` text NOT NULL,
	`helpful` integer NOT NULL,
	`reason` text,
	`comment` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `article_feedback_article` ON `article_feedback` (`article`,`locale`,`created_at`);--> statement-breakpoint
CREATE TABLE `article_views` (
	`article` text NOT NULL,
	`locale` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`article`, `locale`, `day`)
);
--> statement-breakpoint
CREATE TABLE `daily_events` (
	`account_id` text NOT NULL,
	`day` text NOT NULL,
	`event` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`account_id`, `day`, `event`)
);
--> statement-breakpoint
CREATE TABLE `daily_users` (
	`account_id` text NOT NULL,
	`day` text NOT NULL,
	`user_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`account_id`, `day`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `enrolments` (
	`account_id` text NOT NULL,
	`program` text NOT NULL,
	`started_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `program`)
);
--> statement-breakpoint
CREATE TABLE `event_totals` (
	`subject` text NOT NULL,
	`event` text NOT NULL,
	`first_at` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`subject`, `event`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`type` text NOT NULL,
	`event` text,
	`user_id` text,
	`anonymous_id` text,
	`account_id` text,
	`timestamp` integer NOT NULL,
	`sent_timestamp` text,
	`received_at` integer NOT NULL,
	`properties` text NOT NULL,
	`traits` text NOT NULL,
	`context` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_message_id_unique` ON `events` (`message_id`);--> statement-breakpoint
CREATE INDEX `events_account` ON `events` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_user` ON `events` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_event` ON `events` (`event`,`id`);--> statement-breakpoint
CREATE TABLE `health_history` (
	`account_id` text NOT NULL,
	`scorecard` text NOT NULL,
	`day` text NOT NULL,
	`score` integer,
	`band` text,
	`coverage` real NOT NULL,
	`scored_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `scorecard`, `day`)
);
--> statement-breakpoint
CREATE TABLE `impressions` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`action` text NOT NULL,
	`account_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `impressions_subject` ON `impressions` (`subject`,`kind`,`target`,`at`);--> statement-breakpoint
CREATE INDEX `impressions_target` ON `impressions` (`kind`,`target`,`at`);--> statement-breakpoint
CREATE TABLE `rejected_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`received_at` integer NOT NULL,
	`message_id` text,
	`detail` text NOT NULL,
	`payload` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`survey` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text,
	`anonymous_id` text,
	`account_id` text,
	`answers` text NOT NULL,
	`completed` integer NOT NULL,
	`locale` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_submission_id_unique` ON `survey_responses` (`submission_id`);--> statement-breakpoint
CREATE INDEX `survey_responses_survey` ON `survey_responses` (`survey`,`created_at`);--> statement-breakpoint
CREATE INDEX `survey_responses_subject` ON `survey_responses` (`subject`,`survey`,`created_at`);--> statement-breakpoint
CREATE INDEX `survey_responses_account` ON `survey_responses` (`account_id`,`id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`account_since` integer,
	`traits` text DEFAULT '{}' NOT NULL,
	`traits_at` integer DEFAULT 0 NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `users_account` ON `users` (`account_id`);