/**
 * What people who ask for help call the same thing, of whatever product: one group a line. A word may stand in several
 * groups, but what means one thing in one trade and another in the next is left out.
 */
export const english = `
log in, sign in, login, log on, sign on, logon, signin, get into, access my account
log out, sign out, logout, log off, sign off, signout
sign up, register, registration, create an account, join, signup, open an account, enroll
username, user name, login name, handle, nickname, display name
password, passcode, passphrase, pin, credentials
forgot, forgotten, lost, recover, remember, reset, recovery
two factor, 2fa, two step, 2 step, mfa, multi factor, tfa, second factor, authenticator, otp, verification code, one time password, one time code
sso, single sign on, saml, identity provider, oauth
fingerprint, biometric, biometrics, touch id, face id, windows hello, face recognition
passkey, security key, webauthn, fido, hardware key
verify, verification, confirm, confirmation, validate, validation
permission, role, access right, privilege, access level, rights, access
admin, administrator, owner, manager
user, member, person, people, teammate, team member, colleague, coworker, co worker, employee, staff
team, group, organization, company, workspace, space, department
customer, client, buyer
invite, add, invitation, bring in
share, sharing, collaborate, send to, give access
transfer, hand over, move, reassign, give to, pass on
account, profile
profile picture, avatar, photo, profile photo
settings, preferences, options, configuration, configure
set up, setup, install, configure, get started, getting started, onboarding, initialize, first steps
getting started, get started, introduction, beginner, tutorial, quick start, first steps, overview
install, installation, download, set up, deploy
uninstall, remove, delete, get rid of
update, upgrade, new version, latest version, newer version
downgrade, roll back, rollback, revert, older version, previous version, go back
undo, revert, restore, roll back, bring back
delete, remove, erase, clear, wipe, get rid of, discard, trash, drop, close
close account, delete account, cancel account, deactivate account, terminate account
cancel, cancellation, unsubscribe, end, stop, terminate, quit, opt out
deactivate, disable, turn off, switch off, suspend, stop, block, deactivation
activate, enable, turn on, switch on, start, activation, unlock
pause, suspend, freeze, hold, on hold
restore, recover, recovery, bring back, get back, undelete
reset, start over, factory reset, restart, clear, wipe, reinitialize
restart, reboot, power cycle, relaunch
change, edit, modify, update, alter, adjust, switch, replace
rename, change name, new name
create, make, add, new, generate, build, set up
copy, duplicate, clone, replicate
move, migrate, migration, transfer, relocate, switch
import, upload, bring in, load, migrate
export, download, extract, back up, save
upload, attach, attachment, add file, upload file, send
download, save, get file, export
save, store, keep
back up, backup, export, copy
sync, synchronize, synchronization, syncing, refresh
connect, link, pair, integrate, integration, attach, hook up, connection
disconnect, unlink, unpair, detach
search, find, look for, locate, where is
missing, lost, not found, disappeared, gone, can't find, vanished
see, view, show, display, look at, check
hide, conceal, private, hidden, make private
visible, public, show, shown, appear, publish
not showing, not visible, not appearing, missing, doesn't appear, not displayed, blank
publish, go live, launch, release, make public
schedule, plan, book, calendar, appointment
book, reserve, reservation, booking, schedule
reminder, notification, alert, notify
notification, notify, alert, email me, tell me, inform, let me know, warn, warning
unsubscribe, stop emails, opt out, newsletter
email, e mail, mail, message, inbox
spam, junk, deliverability, spam folder
not received, did not arrive, not receiving, never got, did not get, not arriving, missing
phone, mobile, smartphone, cell phone, telephone, cellphone, iphone, android
computer, laptop, desktop, pc, mac
mac, macos, os x, apple
windows, microsoft
app, application, program, software
website, site, web site, web page, webpage
page, screen, view
device, phone, hardware, machine
buy, purchase, order, get, pay for, checkout
order, purchase
pay, payment, paying, checkout
invoice, bill, receipt, statement
billing, payment, invoice, charge
receipt, invoice, proof of purchase
charge, charged, payment, fee, cost
price, pricing, cost, fee, how much, rate, expensive, charge
fee, cost, charge, price, commission
plan, subscription, tier, pricing, package
subscription, plan, membership
upgrade, change plan, higher plan
free, trial, free trial, free plan, no cost
discount, coupon, promo code, voucher, promotion, discount code, coupon code, special offer
gift card, voucher, gift, coupon
refund, money back, reimburse, reimbursement, get my money back, return
return, send back, refund, exchange
credit card, card, payment method, bank card, debit card, payment details, billing information
declined, rejected, failed, denied, refused
payment failed, card declined, payment declined, payment error, billing problem
tax, vat, sales tax, tax exempt
nonprofit, non profit, charity, ngo, education, school, student, academic
donation, donate, contribution, contribute, give money, giving
renew, renewal, extend, extension, prolong, auto renew
expired, expire, expiration, expiry, run out, end, no longer valid
delivery, shipping, shipment, ship, deliver, arrive, dispatch
track, tracking, where is my order, follow
address, location
stock, in stock, availability, available, sold out, out of stock
back in stock, available again, restock
warranty, guarantee
broken, damaged, defective, faulty, not working, does not work, dead
not working, does not work, doesn't work, broken, failed, fails, error, problem, issue, trouble, troubleshoot, won't work, stopped working, not work
problem, issue, trouble, error, troubleshoot, troubleshooting, fix, bug
troubleshoot, troubleshooting, fix, solve, repair, resolve, problem, issue, not working
error, failure, failed, fails, problem, exception, fault
fix, repair, solve, resolve, correct
crash, freeze, hang, stuck, unresponsive, not responding, frozen, crashes
stuck, hang, freeze, not responding, loading forever, takes forever
slow, performance, speed, takes forever, takes long, lag, sluggish, faster, speed up
fast, quick, speed, performance
blocked, block, locked, banned, restricted, prevented, ban
locked out, can't log in, cannot sign in, unable to log in, can't access, no access
unlock, unblock, open
can't, cannot, unable, not able, won't, not possible, impossible
open, launch, start
won't open, does not start, won't start, doesn't open, does not launch
won't load, doesn't load, not loading, blank page, white screen
cannot connect, not connecting, won't connect, connection failed, offline, disconnected, no connection
offline, not connected, disconnected, no internet
internet, network, connection, wifi, wi fi, online
wifi, wi fi, wireless, wlan
not recognized, not detected, not found, not recognised, can't find, unknown device
help, support, contact, assistance, customer service, talk to a person, call, get in touch
contact, get in touch, reach, talk to, speak to, call
feedback, review, suggestion, feature request, rate
report, complain, complaint
question, faq, frequently asked questions
guide, tutorial, how to, manual, instructions, documentation, docs
video, tutorial, webinar
limit, quota, maximum, max, how many, cap, restriction, rate limit, limits
too many requests, rate limit, 429, throttle
size, space, storage, large
full, out of space, exceeded, too large, too big, not enough space
reduce, decrease, shrink, smaller, lower, minimize
increase, raise, extend, grow, bigger, larger, more
language, translation, translate, localization
time zone, timezone, time
currency, euro, dollar
dark mode, dark theme, theme, appearance, night mode, light mode, color scheme
layout, appearance, design, look, customize, style
customize, personalize, custom, tailor, branding
logo, branding, brand, white label
template, preset, sample, example
example, sample, demo
color, colour
image, picture, photo, icon, screenshot
file, document, attachment, pdf
spreadsheet, csv, excel, sheet, google sheets
folder, directory, collection
list, table, overview
tag, label, category
comment, note, remark, annotation
history, log, logs, audit, audit log, activity, event log, activity log, audit trail
activity, usage, history, event
audit log, activity log, event log, history, activity tracking
report, statistics, stats, analytics, insights, dashboard, metrics, numbers
visitor, visit, traffic, audience
chart, graph, plot
filter, sort, segment
privacy, data protection, gdpr, personal data, tracking
security, secure, safe, protect, protection, encryption
encryption, encrypted, encrypt, secure
hacked, compromised, stolen, unauthorized, security incident, breach, phishing, suspicious
fake, counterfeit, scam, fraud, phishing
vulnerability, security issue, cve, exploit
terms, legal, license, policy, agreement, conditions
license, licence, licensing
contract, agreement
certificate, ssl, tls, https
domain, domain name, url, web address, hostname
dns, name server, nameserver
redirect, forward, forwarding
subdomain, sub domain
server, host, hosting, self hosted, on premise
self host, self hosted, on premise, own server
api, rest api, developer, endpoint
api key, token, access token, secret key, api token
webhook, callback, event notification
plugin, extension, add on, addon, plug in, add in, module
browser, chrome, firefox, safari, edge
cookie, cache, clear cache
cache, clear cache, caching
embed, widget, iframe
button, badge
link, url, hyperlink, shared link
qr code, barcode
scan, scanner
print, printer, printing
keyboard shortcut, shortcut, hotkey, key combination
auto complete, autocomplete, auto fill, autofill, suggestion, intellisense
automatic, automatically, auto, automation
recurring, repeat, monthly, every month, repeating, weekly, subscription
archive, archived, old
default, standard
required, requirement, need, prerequisites, system requirements, minimum
compatible, compatibility, supported, support, work with
difference, compare, comparison, vs, versus, different, better
choose, select, pick, which
allow, permit, let, whitelist, allowlist
block, deny, blacklist, exclude, ban
exclude, ignore, filter out, skip, omit
child, kid, minor, underage, parent
family, household, wife, husband, kids
student, pupil, learner, class
teacher, instructor, educator
dead, died, death, emergency, deceased
job, career, hiring
partner, affiliate, reseller, referral
refer, referral, invite a friend
contest, giveaway
event, webinar, meeting
call, meeting, video call
microphone, mic, audio, sound
camera, webcam, video
sound, audio, volume, noise
battery, charge, charging, power
power, turn on, electricity, voltage, supply
cable, wire, cord, usb
screen, display, monitor, lcd
light, led, lamp
blink, flash, blinking, flashing
clean, cleaning, wash
temperature, heat, hot, thermal, overheating
motion, movement
sensor, detector
code, program, sketch, script, source code
compile, build, compilation, verify
run, execute, start
debug, debugger, debugging
flash, upload, burn, write
firmware, bootloader
driver, drivers
port, com port, serial port
library, package, dependency
memory, ram, storage
version, release
release notes, changelog, what's new
roadmap, upcoming
shut down, end of life, discontinued, retired, deprecated, no longer available
outage, down, incident, status page, service status
status, state
wait, how long, delay, take, pending, duration
how long, duration, time, lifespan, expire, days
pending, waiting, in progress, processing
accept, approve, approval, agree
reject, decline, deny, refuse
submit, send, file
form, questionnaire, survey
field, column
number, amount, count
quantity, amount, number
total, sum, balance
balance, credit, funds, wallet
withdraw, payout, cash out, get paid, paid out, bank transfer
bank transfer, wire transfer, bank account, iban, direct debit
expense, reimbursement, claim, spending
owner, ownership
own, my, personal
multiple, several, many, more than one, another, second, bulk
another, other, different, second, new
old, previous, former, legacy
first, start, begin, initial
last, latest, recent, newest
today, now, immediately, real time, realtime
merge, combine, join
split, separate, divide
sort, order, arrange
assign, allocate
leave, quit, exit, go away
outside, external, third party
inside, internal
hear, sound
shared, common
seat, license, user
bounce, bounced, undelivered
bot, robot, spam, captcha
captcha, bot, robot
wrong, incorrect, invalid, false, bad, inaccurate
false, wrong, incorrect
empty, blank, nothing, no data
duplicate, twice, double, duplicated
calculate, compute, computed, calculation
holiday, vacation, absence, time off, day off
employee, staff, worker
lesson, class, course, training
course, training, class, lesson
exam, test, certification
kit, set, bundle, package
`
