CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`status` integer NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`id`);--> statement-breakpoint
CREATE TABLE `ingest_mark` (
	`one` integer PRIMARY KEY NOT NULL,
	`before` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `ingest_mark` (`one`, `before`) VALUES (1, 0);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`leased_by` text,
	`leased_until` integer,
	`started_at` integer,
	`ended_at` integer,
	`error` text,
	`failures` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text,
	`previous_until` integer,
	`value` text,
	`hint` text NOT NULL,
	`scopes` text NOT NULL,
	`origins` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`expires_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_hash_unique` ON `keys` (`hash`);--> statement-breakpoint
CREATE TABLE `tombstones` (
	`subject_hash` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `visitors` (
	`anonymous_id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`event_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `visitors_user` ON `visitors` (`user_id`);--> statement-breakpoint
CREATE INDEX `visitors_event` ON `visitors` (`event_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
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
INSERT INTO `__new_events`("message_id", "type", "event", "user_id", "anonymous_id", "account_id", "timestamp", "sent_timestamp", "received_at", "properties", "traits", "context") SELECT "message_id", "type", "event", "user_id", "anonymous_id", "account_id", "timestamp", "sent_timestamp", "received_at", "properties", "traits", "context" FROM `events` ORDER BY "id";--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `events_message_id_unique` ON `events` (`message_id`);--> statement-breakpoint
CREATE INDEX `events_account` ON `events` (`account_id`) WHERE account_id is not null;--> statement-breakpoint
CREATE INDEX `events_user` ON `events` (`user_id`) WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX `events_event` ON `events` (`event`) WHERE event is not null;--> statement-breakpoint
CREATE INDEX `events_visitor` ON `events` (`anonymous_id`) WHERE user_id is null and anonymous_id is not null;--> statement-breakpoint
CREATE INDEX `events_user_traits` ON `events` (`user_id`) WHERE type = 'identify';--> statement-breakpoint
CREATE INDEX `events_account_traits` ON `events` (`account_id`) WHERE type = 'group';--> statement-breakpoint
ALTER TABLE `accounts` ADD `trait_times` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE `accounts` SET `trait_times` = (SELECT json_group_object(`key`, `accounts`.`traits_at`) FROM json_each(`accounts`.`traits`));--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `traits_at`;--> statement-breakpoint
ALTER TABLE `rejected_messages` ADD `reason` text DEFAULT 'invalid' NOT NULL;--> statement-breakpoint
ALTER TABLE `rejected_messages` ADD `complete` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `rejected_messages` ADD `key_id` text;--> statement-breakpoint
ALTER TABLE `rejected_messages` ADD `user_id` text;--> statement-breakpoint
ALTER TABLE `rejected_messages` ADD `anonymous_id` text;--> statement-breakpoint
ALTER TABLE `rejected_messages` ADD `sent_at` text;--> statement-breakpoint
CREATE INDEX `rejected_messages_user` ON `rejected_messages` (`user_id`);--> statement-breakpoint
CREATE INDEX `rejected_messages_visitor` ON `rejected_messages` (`anonymous_id`);--> statement-breakpoint
ALTER TABLE `users` ADD `trait_times` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE `users` SET `trait_times` = (SELECT json_group_object(`key`, `users`.`traits_at`) FROM json_each(`users`.`traits`));--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `traits_at`;--> statement-breakpoint
CREATE TABLE `erasures` (
	`user_id` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL,
	`removed` text NOT NULL,
	`firsts` text DEFAULT '{}' NOT NULL
);--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `name`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `name` text;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `segment`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `segment` text;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `plan`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `plan` text;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `mrr`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `mrr` real;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `owner`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `owner` text;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `stage`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `stage` text;--> statement-breakpoint
UPDATE `accounts` SET `name` = iif(json_type(traits, '$.name') in ('text', 'integer', 'real'), traits ->> '$.name', null), `segment` = iif(json_type(traits, '$.segment') in ('text', 'integer', 'real'), traits ->> '$.segment', null), `plan` = iif(json_type(traits, '$.plan') in ('text', 'integer', 'real'), traits ->> '$.plan', null), `mrr` = iif(json_type(traits, '$.mrr') in ('integer', 'real'), traits ->> '$.mrr', null), `owner` = iif(json_type(traits, '$.owner') in ('text', 'integer', 'real'), traits ->> '$.owner', null), `stage` = iif(json_type(traits, '$.stage') in ('text', 'integer', 'real'), traits ->> '$.stage', null);