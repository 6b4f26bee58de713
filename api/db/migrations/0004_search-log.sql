CREATE TABLE `searches` (
	`id` text PRIMARY KEY NOT NULL,
	`query` text NOT NULL,
	`normalised` text NOT NULL,
	`locale` text NOT NULL,
	`results` integer NOT NULL,
	`clicked` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `searches_period` ON `searches` (`created_at`,`locale`,`normalised`,`results`,`clicked`);