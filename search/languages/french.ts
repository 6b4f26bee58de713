import type { Language } from '../text/language.ts'

export const french: Language = {
  stopWords:
    'a au aux avec ce ces cet cette cela ca dans de des du elle elles en est et eu il ils j je l la le les leur leurs lui ma mais me mes mon m n ne ni nos notre nous on ou par pas plus pour qu que quel quelle quels quelles qui quoi s sa sans se ses si son sont sur t ta te tes ton tu un une vos votre vous y d c ete etre etait etes suis sommes ai as avons avez ont avoir faire fait fais faut peut peux pouvez puis dois doit comment pourquoi quand ou bonjour merci svp aide veux voudrais souhaite besoin est-ce donc alors aussi tres trop tout tous toute toutes meme encore deja ici la-bas lors lorsque puisque jusqua jai cest nest nai quil quon dun dune lun car entre vers chez apres avant pendant depuis contre sous comme',
  weakWords:
    'chose choses gens personne quelqu quelque quelques beaucoup peu plusieurs autre autres nouveau nouvelle nouveaux ancien ancienne bon bonne mauvais grand grande petit petite long longue premier premiere dernier derniere prochain jour jours temps fois semaine mois annee maintenant toujours jamais souvent parfois hier demain aujourd hui aller vais va venir vient mettre mets prendre prends donner donne trouver trouve voir vois savoir sais dire dit demander demande utiliser utilise marcher marche marchent fonctionner fonctionne arriver arrive essayer essaye essaie possible impossible vraiment correctement facon maniere partie cas point question',
  numbers: 'zero un deux trois quatre cinq six sept huit neuf dix',
  endings: [
    'eaux>eau aux>al ss>ss us>us is>is s x',
    'eraient erait erons eront erez erai era issaient issait issons issez issent issant aient ait ant ons ez er ir ees>e ee ent/5 i e',
    'e',
  ],
  familyEndings:
    'isation ification ation ition issement ement ament ment euse eur rice able ible ite if iv ion al el iel ique age ance ence ure oire',
}
