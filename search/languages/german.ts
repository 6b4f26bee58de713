import type { Language } from '../text/language.ts'

export const german: Language = {
  stopWords:
    'aber als am an auch auf aus bei beim bin bis bist da damit dann das dass dein deine dem den der des dich die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es euch fur hat hatte habe haben hier hinter ich ihm ihn ihnen ihr ihre im in ins ist ja jede jeder jedes kann kannst kein keine keinen konnen konnte mein meine meinem meinen meiner mich mir mit muss mussen nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so soll sollte uber um und uns unser unter vom von vor wann warum was weil wenn wer werden wie wieder wir wird wo wurde zu zum zur bitte hilfe hallo danke mochte will wollen brauche lasst gibt gehen geht machen mache',
  weakWords:
    'ding dinge sache leute person jemand viel viele viel wenig einige mehrere ander andere anderen neu neue neuen neuer alt alte alten gut gute schlecht gross grosse klein kleine lang erste ersten letzte letzten nachste tag tage zeit mal woche monat jahr jetzt immer nie oft heute gestern morgen kommen kommt nehmen geben finden finde sehen sehe wissen weiss sagen sagt fragen frage nutzen benutzen verwenden funktionieren funktioniert passiert versuchen versuche moglich richtig weise teil fall punkt gerade schon',
  numbers: 'null eins zwei drei vier funf sechs sieben acht neun zehn',
  endings: ['ss>ss us>us is>is ern em/4 er/4 en es/4 s n/4 e', 'st/4 t/5'],
  familyEndings: 'ierung isierung igung lichkeit igkeit ation ung heit keit lich isch bar ier ig ion er',
}
