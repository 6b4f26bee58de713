/** What people write, by the question they are asked. */
export const remarks = {
  'fix-first': [
    'The calendar on my phone is hours behind. Students stood there and I did not know.',
    'I cannot see who has not paid without opening every invoice.',
    'Support took four days to answer about our failed payment.',
    'We pay for twelve people and three of us use it.',
    'Importing our students lost their phone numbers twice.',
    'Le calendrier sur le téléphone est toujours en retard.',
  ],
  missing: [
    'Reminders by SMS the day before a lesson.',
    'A list of open invoices by student.',
    'Moving a whole morning of lessons at once.',
    'The progression sheet in French for our students.',
    'Plusieurs véhicules sur la même leçon, pour la remorque.',
    'An app that works without a network, for the Gotthard.',
  ],
  'like-most': [
    'Invoices take a minute, and the QR code simply works.',
    'I see at once which car is free.',
    'My instructors stopped calling me about their day.',
    'The students love to see their own progress.',
    'Les factures QR : une minute au lieu d’un soir par semaine.',
    'Setting it up took one evening, and nobody had to explain it to me.',
    'Support knew our canton’s rules.',
  ],
  improve: [
    'Tell me earlier that it is a known problem.',
    'I had to explain everything twice to two people.',
    'A link to the article would have been enough, on the first day.',
    'Answer in French, please.',
  ],
  difficult: [
    'I did not find where to change the address on the invoice.',
    'The IBAN was refused and I did not understand why.',
    'Two lessons on one invoice took me several tries.',
    'Je ne trouvais pas le bouton pour envoyer par la poste.',
  ],
  differently: [
    'Call us when you saw that nobody signed in any more.',
    'A smaller plan for three people.',
    'The theory course planning that was promised in spring.',
  ],
} as const
